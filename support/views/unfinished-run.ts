import type { ScenarioResult } from '../verdict/scenario-result.js';
import type { DecidedRun } from '../evidence/decided-run.js';
import { planFiles, runRecordFile } from '../evidence/plan-files.js';
import type { RecordedStreams } from '../evidence/recorded-streams.js';

/** What the frozen plan says of a scenario. */
type PlannedScenario = Pick<ScenarioResult, 'id' | 'name' | 'feature' | 'line' | 'tags' | 'requirements'>;

/** What views say of a scenario that was planned and has no result. */
const noResult = 'planned, no result';

/** What stands for the run itself, in views made of scenarios. */
const cameToItsEnd = {
  ...{ id: 'run:the-run-came-to-its-end', name: 'The run came to its end', feature: 'run.feature', line: 1 },
  ...{ tags: [], requirements: [] },
} as const satisfies PlannedScenario;

/**
 * What a run that did not come to its end left out, in the shape of scenario results, so that no view made of scenarios looks
 * green because little of it ran: every planned scenario without a result, and one case that is broken for the run itself.
 * Nothing for a whole run. Never part of `results.ndjson` or of the decision.
 */
export async function unfinishedRun(
  { results, recorded: facts }: Pick<DecidedRun, 'results' | 'recorded'>,
  recorded: RecordedStreams,
): Promise<readonly ScenarioResult[]> {
  const files = new Set(recorded.filesIn('plan/'));
  const read = async <T>(path: string): Promise<Partial<T>> =>
    files.has(path) ? (JSON.parse(await recorded.text(path)) as Partial<T>) : {};
  const { scenarios = [] } = await read<{ scenarios: readonly PlannedScenario[] }>(planFiles.scenarios);
  const ended = new Set(results.map(({ id }) => id));
  const missing = scenarios.filter(({ id }) => !ended.has(id));
  if (missing.length === 0 && !facts.interrupted) return [];
  const run = await read<{ startedAt: string }>(runRecordFile);
  const startedAt = run.startedAt ?? results[0]?.startedAt ?? new Date(0).toISOString();
  const left = `${missing.length} of ${scenarios.length} planned scenarios have no result`;
  const why = `${facts.interrupted ? 'the run was stopped before its end' : 'the run did not do all it planned'}: ${left}`;
  return [
    ...missing.map((scenario) => standingFor(scenario, { verdict: 'not-run', reason: noResult, startedAt })),
    standingFor(cameToItsEnd, { verdict: 'inconclusive', reason: why, startedAt }),
  ];
}

function standingFor(
  { id, name, feature, line, tags, requirements }: PlannedScenario,
  said: Pick<ScenarioResult, 'verdict' | 'reason' | 'startedAt'>,
): ScenarioResult {
  return {
    ...{ id, name, feature, line, tags, requirements, attempt: 1, marks: [], ...said },
    ...{ checks: [], exchangeIds: [], findings: [], waits: [], steps: [], problem: null, durationMs: 0 },
  };
}
