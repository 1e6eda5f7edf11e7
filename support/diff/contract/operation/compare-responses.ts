import { Work } from '../aspect.js';
import { compareHolder, namedSides, renamedEntries, renamedPair } from '../named-sides.js';
import { memberOf } from '../pair.js';
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
  compareHolder(answered, 'responses');
}

function isError(status: string): boolean {
  return /^[45]/.test(status);
}
