import type { ObjectKind } from '../../contract/object-kinds.js';

/** Ids the target gave to objects of one kind, in the order of their creation. */
export interface IssuedIds {
  readonly kind: ObjectKind;
  readonly count: number;
  readonly first: number;
  readonly last: number;
}
