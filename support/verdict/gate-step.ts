import type { ExitName } from '../messages/exit-code.js';
import type { GateInput } from './gate-input.js';

/** Lines for people, one a fact. */
export type GateLines = (input: GateInput) => readonly string[];

/** One reason for which a step does not hold. */
export interface StepCause {
  /** Exit code it asks for. */
  readonly exit: ExitName;
  /** What stands against the step; empty when nothing does. */
  readonly against: GateLines;
}

/** One step of the gate, before it ran. */
export interface StepDefinition {
  readonly id: string;
  /** What holds when the step passes. */
  readonly title: string;
  /** Strongest exit code first. Empty for a step that only lists. */
  readonly causes: readonly StepCause[];
  /** What is worth saying although it does not block. */
  readonly notes?: GateLines;
  /**
   * What is true in place of the title where nothing stands against the step: that there was nothing to look at, or that a
   * waiver covers what does not hold. Null where the title says it.
   */
  readonly instead?: (input: GateInput) => string | null;
}

/** One step of the gate after it ran. Every step runs and is printed, whatever the others said. */
export interface GateStep {
  readonly id: string;
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'noted';
  /** Exit code the step asks for; null when it asks for none. */
  readonly exit: ExitName | null;
  readonly items: readonly string[];
}

/** How the words begin of a step that holds because nothing was there that it could be about. */
export const notArising = 'does not arise: ';

/** Runs one step: the first cause that stands against it gives the exit code, and everything against it is listed. */
export function runStep({ id, title, causes, notes, instead }: StepDefinition, input: GateInput): GateStep {
  const found = causes.map(({ exit, against }) => ({ exit, items: against(input) }));
  const cause = found.find(({ items }) => items.length > 0);
  if (cause !== undefined) {
    return { id, title, outcome: 'failed', exit: cause.exit, items: found.flatMap(({ items }) => items) };
  }
  const noted = notes?.(input) ?? [];
  const holds = instead?.(input) ?? title;
  return { id, title: holds, outcome: noted.length > 0 ? 'noted' : 'passed', exit: null, items: noted };
}
