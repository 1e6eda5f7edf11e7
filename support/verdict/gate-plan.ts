import type { GateInput } from './gate-input.js';

/** Planned scenarios that have no final result, as lines. */
export function unfinished({ planned, results }: Pick<GateInput, 'planned' | 'results'>): string[] {
  const finished = new Set(results.map(({ id }) => id));
  return [...new Set(planned)].filter((id) => !finished.has(id)).map((id) => `${id}: planned, no result`);
}

/** Disagreements between plan and results that only a defect of the harness can cause, as lines. */
export function planDefects({ planned, results }: Pick<GateInput, 'planned' | 'results'>): string[] {
  const plan = new Set(planned);
  const finished = results.map(({ id }) => id);
  return [
    ...repeated(planned).map((id) => `${id}: planned more than once`),
    ...repeated(finished).map((id) => `${id}: more than one final result`),
    ...[...new Set(finished)].filter((id) => !plan.has(id)).map((id) => `${id}: a result that was not planned`),
  ];
}

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const id of ids) (seen.has(id) ? again : seen).add(id);
  return [...again];
}

/**
 * Disagreements between results and Cucumber's own messages, as lines. An interrupted run is not held against them: its
 * last scenario may be in one and not yet in the other. What was carried over ran elsewhere.
 */
export function messageDefects({
  cucumber,
  results,
  interrupted,
}: Pick<GateInput, 'cucumber' | 'results' | 'interrupted'>): string[] {
  if (cucumber.finished === null) return [cucumber.problem];
  if (interrupted) return [];
  const counted = new Set(cucumber.finished);
  const cutShort = new Set(cucumber.cutShort);
  const own = results.filter(({ marks }) => !marks.includes('carried-over')).map(({ id }) => id);
  const ownIds = new Set(own);
  return [
    ...own
      .filter((id) => !counted.has(id) && !cutShort.has(id))
      .map((id) => `${id}: a result, but Cucumber did not finish it`),
    ...[...counted].filter((id) => !ownIds.has(id)).map((id) => `${id}: finished by Cucumber, no result`),
  ];
}
