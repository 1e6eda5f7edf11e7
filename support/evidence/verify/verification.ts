import type { Decision } from '../../verdict/verdict.js';

/** Something that does not hold, and where. */
export interface Difference {
  /** File of the pack, with what in it; or the zip. */
  readonly where: string;
  /** What was expected and what is there. */
  readonly problem: string;
}

/** One step of a verification. Every step runs as far as it can and is printed, whatever the others said. */
export interface VerifyStep {
  readonly id: string;
  /** What was checked, in words of the auditor. */
  readonly title: string;
  readonly outcome: 'ok' | 'failed' | 'noted' | 'skipped';
  /** What does not hold (`failed`), what to know (`noted`), why not (`skipped`). */
  readonly items: readonly Difference[];
}

/** Id of the step that holds the decision against the required one; alone it says nothing against the pack. */
export const requireStepId = 'require';

/** What `verify` found out about a pack. */
export interface Verification {
  readonly pack: string;
  readonly runId: string | null;
  /** The decision as recorded; null when it cannot be read. */
  readonly decision: Decision | null;
  /** True when no step failed and none was skipped. */
  readonly sound: boolean;
  readonly steps: readonly VerifyStep[];
  /** What no step can show, and how to find it out, as sentences; empty for a pack that is not sound. */
  readonly doesNotShow: readonly string[];
}

/** True when nothing stands against a pack itself; it may still not be what `--require` asked for. */
export function onlyAsked(steps: readonly VerifyStep[]): boolean {
  return steps.every(
    ({ id, outcome }) => outcome === 'ok' || outcome === 'noted' || (id === requireStepId && outcome === 'failed'),
  );
}

/** A step from what stands against it; `notes` are said when nothing does. */
export function stepOf(
  id: string,
  title: string,
  against: readonly Difference[],
  notes: readonly Difference[] = [],
): VerifyStep {
  if (against.length > 0) return { id, title, outcome: 'failed', items: against };
  return { id, title, outcome: notes.length > 0 ? 'noted' : 'ok', items: notes };
}

/** A step that could not run because of an earlier one. */
export function skippedStep(id: string, title: string, why: string): VerifyStep {
  return { id, title, outcome: 'skipped', items: [{ where: 'the pack', problem: why }] };
}
