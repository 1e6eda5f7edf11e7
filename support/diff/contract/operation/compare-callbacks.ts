import type { Work } from '../aspect.js';
import { compareHolder, namedSides } from '../named-sides.js';
import { memberOf } from '../pair.js';
import { compareOperations } from './compare-operations.js';
import type { OperationParts } from './operation-parts.js';

/** Compares the calls the platform makes because of an operation; their directions are turned round. */
export function compareCallbacks(work: Work, into: OperationParts[]): void {
  const callbacks = work.member('callbacks', work.pair.place);
  for (const name of namedSides(callbacks).names) {
    const pair = memberOf(callbacks, name, work.pair.place);
    const details = { key: name, before: null, after: null };
    if (pair.old === undefined) work.note('callback-added', pair, details);
    else if (pair.new === undefined) work.note('callback-removed', pair, details);
    else {
      const items = work.comparison.resolved({ ...pair, place: `${work.pair.place} callback ${name}` });
      into.push(...compareOperations(items, work.comparison, { inbound: true, word: `callback ${name}` }));
    }
  }
  compareHolder(work, 'callbacks');
}
