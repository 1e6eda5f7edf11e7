import { exitCode, type ExitCode, type ExitName } from '../messages/exit-code.js';
import { isPractice, type GateInput } from './gate-input.js';
import type { GateStep } from './gate-step.js';
import { gateSteps } from './gate-steps.js';
import { rulesInWords } from './softened/weaker-rules.js';
import type { Decision } from './verdict.js';
import { rowsOnWaivers } from './waivers/waivers-in-use.js';

/** Exit codes a decision can have, strongest first. */
const strength = [
  'integrity',
  'rejected',
  'harnessError',
  'incomplete',
  'awaitingPeople',
  'ok',
] as const satisfies readonly ExitName[];

/** Name of an exit code that a run can end with after it started. */
export type GateExit = (typeof strength)[number];

/** Decision of a full run on a real target with a configured key. */
const decisionByExit: Readonly<Record<GateExit, Decision>> = {
  integrity: 'tampered',
  rejected: 'rejected',
  harnessError: 'incomplete',
  incomplete: 'incomplete',
  awaitingPeople: 'awaiting-people',
  ok: 'certifiable',
};

/** The gate's word on a run. */
export interface GateDecision {
  readonly decision: Decision;
  readonly exitCode: ExitCode;
  /** All steps, in order, each with what stands against it. */
  readonly steps: readonly GateStep[];
  /** Why, in one line: the first step that asked for the exit code, or what holds. */
  readonly why: string;
  readonly practice: boolean;
  /** True exactly when the decision is `partial`. */
  readonly partial: boolean;
}

/**
 * Decides a run. Every step runs; the strongest exit code wins. A partial run is never certifiable, and neither is
 * practice; both keep the exit code of their cause.
 */
export function decide(input: GateInput): GateDecision {
  const steps = gateSteps(input);
  const exit = strength.find((name) => steps.some((step) => step.exit === name)) ?? 'ok';
  const practice = isPractice(input);
  const decision = decisionOf(exit, practice, input);
  return {
    decision,
    exitCode: exitCode[exit],
    steps,
    why: whyOf(exit, steps, input),
    practice,
    partial: decision === 'partial',
  };
}

function decisionOf(exit: GateExit, practice: boolean, { partial, environment }: GateInput): Decision {
  if (partial) return 'partial';
  if (practice) return exit === 'ok' ? 'practice-pass' : 'practice-fail';
  // A production check that holds says nothing about the matrix.
  return exit === 'ok' && environment === 'production' ? 'partial' : decisionByExit[exit];
}

function whyOf(exit: GateExit, steps: readonly GateStep[], input: GateInput): string {
  const cause = steps.find((step) => step.exit === exit);
  const waived = rowsOnWaivers(input.waivers);
  if (cause === undefined) {
    const rows = `${input.partial ? 'selected' : 'applicable'} row ${isPractice(input) ? 'that software can drive ' : ''}`;
    const holds = waived === null ? `every ${rows}is demonstrated` : `${waived}; every other ${rows}is demonstrated`;
    const softened = rulesInWords(input.contract.changes);
    return softened === null ? holds : `${softened}; by that contract, ${holds}`;
  }
  const [first = '', ...more] = cause.items;
  return `"${cause.title}" does not hold: ${first}${more.length === 0 ? '' : ` (and ${more.length} more)`}`;
}
