import type { ObjectKind } from '../../contract/object-kinds.js';
import type { LeftoverKind } from './leftover-kinds.js';

/** `leftovers.json`: what a run created and cannot remove. Shape: `schemas/evidence/leftovers.schema.json`. */
export interface Leftovers {
  readonly runId: string;
  /** True when the target itself ended with the run (the embedded emulator), and everything on it. */
  readonly gone: boolean;
  /** One entry for each kind with objects, in the order people read them. */
  readonly kinds: readonly LeftoversOfKind[];
  /** Creating calls without an answer that decides: they may have left an object or not. */
  readonly uncertain: readonly UncertainCreation[];
}

/** The objects of one kind, with what is known about the kind. */
export interface LeftoversOfKind extends Omit<LeftoverKind, 'idMember'> {
  readonly kind: ObjectKind;
  readonly count: number;
  readonly objects: readonly Leftover[];
}

/** One creating call. */
interface Creation {
  /** Run label of the object, whole where the masked record shows it, else the part that all objects of its scenario share; null for an object without one. */
  readonly label: string | null;
  readonly scenario: string | null;
  /** When the creating call was sent: harness clock, ISO 8601. */
  readonly at: string;
  /** The exchange that created it. */
  readonly exchangeId: string;
}

/** One object that stays. */
export interface Leftover extends Creation {
  /** Id on the target, masked for a kind whose id is a secret; null when the answer named none. */
  readonly id: number | string | null;
  /** True when the creating answer was lost and the object was found again by its label. */
  readonly adopted?: true;
  /** What was answered when the run tried to remove it. */
  readonly cleanUp?: { readonly exchangeId: string; readonly received: string };
}

/** One call of which nobody knows whether it created anything. */
export interface UncertainCreation extends Creation {
  readonly kind: ObjectKind;
  readonly operationId: string;
  /** What came back, without content. */
  readonly received: string;
}
