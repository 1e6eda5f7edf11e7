import type { Decision } from '../../verdict/verdict.js';
import type { FoundRun } from './found-run.js';

/** True for what somebody outside waits for or refers to: removing it is a decision of its own, never a side effect. */
const lasting: Readonly<Record<Decision, boolean>> = {
  certifiable: true,
  'awaiting-people': true,
  rejected: false,
  incomplete: false,
  tampered: false,
  partial: false,
  'practice-pass': false,
  'practice-fail': false,
};

/** Why a run stays although it is older than those to keep. */
export interface SparedRun {
  readonly runId: string;
  readonly why: string;
}

/** What becomes of the runs beyond those to keep, the newest first. */
export interface RemovalPlan {
  readonly remove: readonly string[];
  readonly spared: readonly SparedRun[];
}

/** What a removal must respect. */
export interface RemovalRequest {
  /** How many finished runs stay, the newest; at least 1. */
  readonly keep: number;
  /** Run ids that stay whatever their age: the run just made and what it rests on. */
  readonly named: ReadonlySet<string>;
}

/**
 * Decides which runs go. Ids sort by time. A run that is not finished neither counts nor goes, because it can still be resumed;
 * of the finished ones the newest stay, and of the older ones those that are certifiable or wait for people.
 */
export function runsToRemove(runs: readonly FoundRun[], { keep, named }: RemovalRequest): RemovalPlan {
  const newestFirst = runs.toSorted((a, b) => (a.runId < b.runId ? 1 : -1));
  const finished = newestFirst.filter((run) => spared(run) !== unfinished);
  const beyond = newestFirst.filter((run) => !finished.slice(0, keep).includes(run));
  const judged = beyond.map((run) => ({
    runId: run.runId,
    why: named.has(run.runId) ? 'this run rests on it' : spared(run),
  }));
  return {
    remove: judged.filter(({ why }) => why === null).map(({ runId }) => runId),
    spared: judged.flatMap(({ runId, why }) => (why === null ? [] : [{ runId, why }])),
  };
}

const unfinished = 'it is not finished';

/** Why a run stays on its own account; null when it may go. */
function spared({ decision, held }: FoundRun): string | null {
  if (held || decision === null) return unfinished;
  return lasting[decision] ? `it is ${decision}` : null;
}
