import type { Provenance } from '../judgement/provenance.js';

/** Every lifecycle there is; each has a table of that name. */
export const lifecycleNames = ['cardholder', 'card', 'deposit', 'otp', 'transfer'] as const;

/** See {@link lifecycleNames}. */
export type LifecycleName = (typeof lifecycleNames)[number];

/** A state of a lifecycle, with its value on the wire. */
export interface LifecycleState {
  readonly name: string;
  readonly value: number | string;
  readonly final: boolean;
}

/** One legal transition: from, event, guard, to. */
export interface Transition {
  readonly id: string;
  /** State name; `*` for any; `none` for creation. */
  readonly from: string;
  /** operationId or an organic event name such as `kyc-passed`. */
  readonly event: string;
  /** Named guard that must hold, or null. */
  readonly guard: string | null;
  readonly to: string;
  readonly provenance: Provenance;
  readonly source: string;
  readonly questions: readonly string[];
}

/** A lifecycle table: `schemas/axys-v2/lifecycle/<name>.yaml`. Read by emulator, observer and coverage alike. */
export interface Lifecycle {
  readonly name: LifecycleName;
  readonly states: readonly LifecycleState[];
  readonly transitions: readonly Transition[];
}

/** All tables by name. */
export type Lifecycles = Readonly<Record<LifecycleName, Lifecycle>>;
