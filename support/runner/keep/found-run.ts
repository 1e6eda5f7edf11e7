import type { Decision } from '../../verdict/verdict.js';

/** A folder of `runs/` that bears the name of a run, as far as its removal goes. */
export interface FoundRun {
  readonly runId: string;
  /** Null when the pack is not closed, or is none of ours: nobody may decide about it but a person. */
  readonly decision: Decision | null;
  /** True while a process is at work in it. */
  readonly held: boolean;
}
