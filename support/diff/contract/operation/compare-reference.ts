import { isObject } from '../../../json/json-pointer.js';
import { Work } from '../aspect.js';
import { compareMembers } from '../compare-members.js';
import { annotations } from '../annotations.js';
import type { Comparison, Part } from '../comparison.js';
import type { Pair } from '../pair.js';

/** Compares what two references lead to, once; a reference that leads elsewhere is noted where it stands. */
export function compareReference(
  pair: Pair,
  part: Part,
  comparison: Comparison,
  compare: (pair: Pair, part: Part) => void,
): void {
  const [from, to] = [referenceOf(pair.old), referenceOf(pair.new)];
  if (from === null && to === null) {
    compare(pair, part);
    return;
  }
  if (!comparison.equal({ $ref: from }, { $ref: to })) {
    const rule = from === null ? 'reference-introduced' : to === null ? 'reference-dissolved' : 'reference-redirected';
    comparison.note(part, 'same', rule, pair, { before: from, after: to });
  } else {
    // 3.1 lets a reference carry its own summary and description.
    const work = new Work(pair, part, comparison);
    compareMembers(work, [annotations('summary', 'description'), { members: ['$ref'], compare: () => undefined }]);
  }
  comparison.follow(part, 'same', comparison.resolved(pair), (at, into) => compare(at, into));
}

function referenceOf(value: unknown): string | null {
  const reference = isObject(value) ? value['$ref'] : undefined;
  return typeof reference === 'string' ? reference : null;
}
