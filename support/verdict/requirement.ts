import type { Capabilities } from '../config/profile.js';

/** Codes of the catalogue's trigger column (behaviour reference, section 14). */
export type TriggerClass =
  'forced' | 'client' | 'organic' | 'unconfirmed' | 'people' | 'replay' | 'static' | 'production';

/** The auditor's four categories of evidence. Source: docs/sandbox-going-live. */
export type EvidenceCategory = 'call-traces' | 'state-transitions' | 'error-handling' | 'reconciliation';

/** One row of the test matrix: an entry of requirements.yaml. */
export interface Requirement {
  /** TM-01 .. TM-75. */
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly level: 'MUST' | 'SHOULD';
  readonly origin: 'official' | 'derived';
  /** Capabilities the row needs, all of them; empty when it always applies. */
  readonly needs: readonly (keyof Capabilities)[];
  /** `go-live` rows belong to the phase after go-live and never apply on emulator and staging. */
  readonly phase: 'staging' | 'go-live';
  readonly trigger: TriggerClass;
  /** What the row is for when software cannot drive it: a person's task, in a sentence; null otherwise. */
  readonly people: string | null;
  /** Assumed simulations the row depends on; empty when it runs anywhere. */
  readonly simulations: readonly string[];
  readonly categories: readonly EvidenceCategory[];
  /** Ids of the checks that prove the row; all of them must be met. */
  readonly proves: readonly string[];
  readonly verify: string;
  readonly sources: readonly string[];
  readonly questions: readonly string[];
}
