import { isObject, type JsonObject } from '../../../json/json-pointer.js';
import { Work } from '../aspect.js';
import { compareHolder, namedSides, renamedEntries, renamedPair } from '../named-sides.js';
import { memberOf, type Pair } from '../pair.js';
import { compareResponse } from './compare-response.js';
import type { OperationParts } from './operation-parts.js';

/** Compares what two versions of an operation answer, status by status. */
export function compareResponses(work: Work, { response }: OperationParts): void {
  const responses = work.member('responses', work.pair.place);
  const answered = new Work(work.pair, response, work.comparison);
  const sides = namedSides(responses);
  const renamed = renamedEntries(sides, (gone, come) => work.comparison.equal(sides.old[gone], sides.new[come]));
  for (const [before, after] of renamed) {
    const pair = renamedPair(responses, before, after, work.pair.place);
    answered.note('status-changed', pair, { key: `${before} ${after}`, before, after });
    compareResponse(pair, response, work.comparison); // What they refer to may differ all the same.
  }
  const taken = new Set(renamed.flat());
  for (const status of sides.names.filter((name) => !taken.has(name))) {
    const pair = memberOf(responses, status, work.pair.place);
    const details = { key: status, before: null, after: null };
    if (status.startsWith('x-')) {
      if (!work.comparison.same(pair)) answered.note('extension-changed', pair, { key: status });
    } else if (pair.old === undefined)
      answered.note(isError(status) ? 'error-status-added' : 'success-status-added', pair, details);
    else if (pair.new === undefined)
      answered.note(isError(status) ? 'error-status-removed' : 'success-status-removed', pair, details);
    else compareResponse({ ...pair, place: `${work.pair.place} ${status}` }, response, work.comparison);
  }
  noteOtherForms(answered, responses);
  compareHolder(answered, 'responses');
}

/** Notes the errors that one side names and the other covers by a range, where the range is answered in another form. */
function noteOtherForms(work: Work, responses: Pair): void {
  const { old, new: next, gone, come } = namedSides(responses);
  const pairs = [
    ...come.map((status) => [rangeOf(status, old), status] as const),
    ...gone.map((status) => [status, rangeOf(status, next)] as const),
  ];
  for (const [before, after] of pairs) {
    if (before === null || after === null) continue;
    const pair = renamedPair(responses, before, after, work.pair.place);
    const form = work.comparison.resolved(pair);
    if (work.comparison.equal(contentOf(form.old), contentOf(form.new))) continue;
    work.note('covered-error-changed', pair, { key: /X|default/i.test(before) ? after : before, before, after });
  }
}

/** The entry that covers an error which `responses` does not name; null for none. */
function rangeOf(status: string, responses: JsonObject): string | null {
  if (!/^[45]\d\d$/.test(status)) return null;
  const names = Object.keys(responses);
  const range = names.find((name) => name.toUpperCase() === `${status.charAt(0)}XX`);
  return range ?? names.find((name) => name === 'default') ?? null;
}

function contentOf(response: unknown): unknown {
  return isObject(response) ? response['content'] : undefined;
}

function isError(status: string): boolean {
  return /^[45]/.test(status);
}
