import type { Approval, ApprovalState } from '../approvals/approval.js';
import type { Cause, ExchangePair } from '../behaviour/behaviour-change.js';
import type { ChangeClass } from '../contract/change-class.js';
import type { RequirementOutcome } from '../../verdict/verdict.js';
import type { Baseline } from './baseline.js';

/** Where a change of the dossier comes from: the documents, what the target did, or how rows and scenarios ended. */
export type ChangeSource = 'contract' | 'behaviour' | 'verdict';

/** A change of any of the three comparisons, with what somebody decided about it. */
export interface DossierChange {
  readonly source: ChangeSource;
  readonly fingerprint: string;
  readonly class: ChangeClass;
  readonly rule: string;
  readonly words: string;
  readonly because: string | null;
  /** Operations it reaches, sorted. */
  readonly operations: readonly string[];
  /** Rows of the test matrix that meet it, sorted. */
  readonly requirements: readonly string[];
  /** Scenarios that meet it, sorted. */
  readonly scenarios: readonly string[];
  /** The exchanges that show it: of the baseline (`plan/baseline/exchanges.ndjson`) and of this run; null for a document. */
  readonly exchanges: ExchangePair | null;
  /** Why a verdict is another one, the best proved first; empty for what is no verdict. */
  readonly causes: readonly Cause[];
  /** The decision that covers it; null when nobody decided. */
  readonly approval: Approval | null;
  /** True when it is breaking, unknown or conditional and no approval covers it. */
  readonly open: boolean;
}

/** Something about the two runs that differs and is no behaviour of the target. */
export interface Condition {
  readonly what: string;
  readonly old: string;
  readonly new: string;
}

/** A row whose earlier demonstration no longer stands by itself, and why. */
export interface RowAgain {
  readonly id: string;
  readonly title: string;
  readonly before: RequirementOutcome;
  readonly after: RequirementOutcome;
  /** One sentence each, with the fingerprint of the change where it is one. */
  readonly reasons: readonly { readonly fingerprint: string | null; readonly words: string }[];
  /** Scenarios that have to run again, sorted. */
  readonly scenarios: readonly string[];
  /** True when this very run demonstrated it again, with calls of its own. */
  readonly shownHere: boolean;
}

/**
 * What a run's comparison with an earlier pack says, for whoever decides what must be certified again:
 * `comparison/dossier.json`.
 */
export interface Dossier {
  readonly baseline: Baseline;
  readonly run: { readonly runId: string; readonly startedAt: string };
  /** `drift` when both were judged by the same contract, `version` when not. */
  readonly kind: 'drift' | 'version';
  /** The worst class of all changes; `cosmetic` for none. */
  readonly class: ChangeClass;
  /** The worst class of the open ones; `cosmetic` for none. */
  readonly openClass: ChangeClass;
  readonly counts: Readonly<Record<ChangeClass, { readonly all: number; readonly open: number }>>;
  readonly conditions: readonly Condition[];
  readonly compared: {
    /** Scenarios that have a result in both. */
    readonly scenarios: number;
    /** Of this run's scenarios, those whose evidence it took over instead of running them. */
    readonly carried: number;
    readonly onlyBaseline: number;
    readonly onlyHere: number;
  };
  /** Changes that further runs of the old version showed as well, so that they count for nothing. */
  readonly noise: number;
  readonly changes: readonly DossierChange[];
  readonly approvals: readonly ApprovalState[];
  readonly certifyAgain: {
    readonly rows: readonly RowAgain[];
    /** Runs the rows that this run did not show again; null when there are none for software. */
    readonly command: string | null;
  };
}
