import { isObject } from '../../../json/json-pointer.js';
import { annotations } from '../annotations.js';
import { type Aspect, Work } from '../aspect.js';
import { compareMembers } from '../compare-members.js';
import type { Compare } from '../comparison.js';
import { compareContent } from './compare-content.js';
import { compareReference } from './compare-reference.js';

const duty: Aspect = {
  members: ['required'],
  compare: (work) => {
    const pair = work.member('required', work.pair.place);
    const [before, after] = [pair.old === true, pair.new === true];
    if (before !== after) work.note(after ? 'body-became-required' : 'body-became-optional', pair);
    else if (!work.comparison.same(pair)) work.note('annotation-changed', pair, { key: 'required' });
  },
};

/** Everything the body of a request says. */
const requestBodyAspects: readonly Aspect[] = [
  annotations('description'),
  duty,
  { members: ['content'], refers: true, compare: compareContent },
];

/** Compares two bodies of requests, with what they refer to. */
export const compareBody: Compare = (pair, part, comparison) => {
  compareReference(pair, part, comparison, (at, into) =>
    compareMembers(new Work(at, into, comparison), requestBodyAspects),
  );
};

/** Compares the bodies two versions of an operation take. */
export function compareRequestBody(work: Work): void {
  const pair = work.member('requestBody', `${work.pair.place} body`);
  if (pair.old !== undefined && pair.new !== undefined) {
    compareBody(pair, work.part, work.comparison);
    return;
  }
  const resolved = work.comparison.resolved(pair);
  const required = [resolved.old, resolved.new].some((body) => isObject(body) && body['required'] === true);
  const at = { ...pair, place: work.pair.place };
  const details = { before: null, after: null };
  if (pair.new !== undefined) work.note(required ? 'required-body-added' : 'optional-body-added', at, details);
  else if (pair.old !== undefined) work.note(required ? 'required-body-removed' : 'optional-body-removed', at, details);
}
