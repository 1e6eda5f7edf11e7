import type { Provenance } from '../judgement/provenance.js';

/**
 * What a change of the contract makes of a rule for whoever is judged by it. `weaker`: something passes now that did not, or
 * nothing here can tell. `stronger`: less passes, or what does not pass weighs more. `neutral`: nothing that is judged changes.
 */
export const ruleEffects = ['weaker', 'stronger', 'neutral'] as const;

/** See {@link ruleEffects}. */
export type RuleEffect = (typeof ruleEffects)[number];

/** One rule that the judged contract states otherwise than the published one. */
export interface RuleChange {
  /** Id of the kind of change; see docs/diff-rules.md. */
  readonly rule: string;
  readonly effect: RuleEffect;
  /** Where and what, as one sentence. */
  readonly words: string;
  /** What the published contract says there, and the judged one; null where it says nothing. */
  readonly published: string | null;
  readonly judged: string | null;
  /** JSON Pointers of the place in either document. */
  readonly at: { readonly published: string; readonly judged: string };
  /** How well the published contract knows the rule. */
  readonly provenance: Provenance;
  /** Operations that are judged by it, sorted. */
  readonly operations: readonly string[];
}

/** A contract as it is named: digests are SHA-256 (hex) of the canonical JSON. */
export interface NamedContract {
  readonly version: string;
  readonly sha256: string;
}

/** Everything in which the contract of a run differs from the published one: `plan/contract-changes.json`. */
export interface ContractChanges {
  readonly published: NamedContract;
  /** The contract as `plan/contract.json` has it. */
  readonly judged: NamedContract;
  /** What became weaker first. */
  readonly changes: readonly RuleChange[];
}
