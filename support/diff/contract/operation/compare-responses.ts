import { isObject } from '../../../json/json-pointer.js';
import { Work } from '../aspect.js';
import { compareHolder, namedSides, renamedEntries, renamedPair, type NamedSides } from '../named-sides.js';
import { memberOf, type Pair } from '../pair.js';
import { compareResponse } from './compare-response.js';
import { coveredStatuses, coveringEntry, isErrorOf, type CoveredStatuses } from './covering-status.js';
import type { OperationParts } from './operation-parts.js';

/** Compares what two versions of an operation answer, status by status. */
export function compareResponses(work: Work, { response }: OperationParts): void {
  const responses = work.member('responses', work.pair.place);
  const answered = new Work(work.pair, response, work.comparison);
  const sides = namedSides(responses);
  const covered = coveredStatuses(sides);
  const told = compareCovered(answered, responses, covered);
  const left = (names: readonly string[]) => names.filter((name) => !told.has(name));
  const rest = { ...sides, gone: left(sides.gone), come: left(sides.come) };
  const renamed = renamedEntries(rest, (gone, come) => work.comparison.equal(sides.old[gone], sides.new[come]));
  for (const [before, after] of renamed) {
    const pair = renamedPair(responses, before, after, work.pair.place);
    answered.note('status-changed', pair, { key: `${before} ${after}`, before, after });
    compareResponse(pair, response, work.comparison); // What they refer to may differ all the same.
  }
  const taken = new Set([...told, ...renamed.flat()]);
  for (const status of sides.names.filter((name) => !taken.has(name)))
    compareStatus(answered, responses, sides, status);
  noteOtherForms(answered, responses, rest);
  compareHolder(answered, 'responses');
}

function compareStatus(work: Work, responses: Pair, sides: NamedSides, status: string): void {
  const pair = memberOf(responses, status, work.pair.place);
  const details = { key: status, before: null, after: null };
  const ofErrors = [sides.old, sides.new].some((side) => isErrorOf(Object.keys(side), status));
  if (status.startsWith('x-')) {
    if (!work.comparison.same(pair)) work.note('extension-changed', pair, { key: status });
  } else if (pair.old === undefined) work.note(ofErrors ? 'error-status-added' : 'success-status-added', pair, details);
  else if (pair.new === undefined)
    work.note(ofErrors ? 'error-status-removed' : 'success-status-removed', pair, details);
  else compareResponse({ ...pair, place: `${work.pair.place} ${status}` }, work.part, work.comparison);
}

/** Compares what was covered by one entry and is named now, or the other way round; returns the entries that are told so. */
function compareCovered(work: Work, responses: Pair, { narrowed, widened }: CoveredStatuses): ReadonlySet<string> {
  const compareForm = (before: string, after: string, status: string) =>
    compareResponse(renamedPair(responses, before, after, `${work.pair.place} ${status}`), work.part, work.comparison);
  for (const { wide, narrow } of narrowed) {
    const pair = renamedPair(responses, wide, narrow[0] ?? wide, work.pair.place);
    work.note('status-narrowed', pair, { key: wide, before: wide, after: narrow.join(', ') });
    for (const status of narrow) compareForm(wide, status, status);
  }
  for (const { wide, narrow } of widened) {
    const pair = renamedPair(responses, narrow[0] ?? wide, wide, work.pair.place);
    work.note('status-widened', pair, { key: wide, before: narrow.join(', '), after: wide });
    for (const status of narrow) compareForm(status, wide, status);
  }
  return new Set([...narrowed, ...widened].flatMap(({ wide, narrow }) => [wide, ...narrow]));
}

/** Notes the errors that one side names and the other covers by an entry of both, where that one is answered in another form. */
function noteOtherForms(work: Work, responses: Pair, { old, new: next, gone, come }: NamedSides): void {
  const pairs = [
    ...come.filter(isError).map((status) => [coveringEntry(status, Object.keys(old)), status] as const),
    ...gone.filter(isError).map((status) => [status, coveringEntry(status, Object.keys(next))] as const),
  ];
  for (const [before, after] of pairs) {
    if (before === null || after === null) continue;
    const pair = renamedPair(responses, before, after, work.pair.place);
    const form = work.comparison.resolved(pair);
    if (work.comparison.equal(contentOf(form.old), contentOf(form.new))) continue;
    work.note('covered-error-changed', pair, { key: /X|default/i.test(before) ? after : before, before, after });
  }
}

function isError(status: string): boolean {
  return /^[45]\d\d$/.test(status);
}

function contentOf(response: unknown): unknown {
  return isObject(response) ? response['content'] : undefined;
}
