import type { Lifecycle, Transition } from './lifecycle.js';

/**
 * What a guard says: null when it holds, else the reason it does not, as a clause for the refusal
 * (`the cardholder's status is 4, not 1`).
 */
export type Guard = () => string | null;

/** Guards by the names a table uses. */
export type Guards = Readonly<Record<string, Guard>>;

/** Outcome of an event: the transition that applies, or why none does. */
export type Decision =
  { readonly legal: true; readonly transition: Transition } | { readonly legal: false; readonly reason: string };

/** One lifecycle table, ready to be asked. It holds no state of its own. */
export interface StateMachine {
  /**
   * Which transition `event` causes in state `from` (`none` for creation). Changes nothing, so that callers check
   * before they change. A guard the caller did not supply is an error of ours and throws.
   */
  decide(from: string, event: string, guards?: Guards): Decision;
  /** Value on the wire of a state; throws for a name the table does not have. */
  valueOf(state: string): number | string;
}

/** Makes a lifecycle table askable. */
export function createStateMachine(table: Lifecycle): StateMachine {
  const values = new Map(table.states.map((state) => [state.name, state.value]));
  return {
    decide: (from, event, guards = {}) => decide(table, from, event, guards),
    valueOf(state) {
      const value = values.get(state);
      if (value === undefined) throw new Error(`lifecycle ${table.name} has no state ${state}`);
      return value;
    },
  };
}

function decide(table: Lifecycle, from: string, event: string, guards: Guards): Decision {
  const candidates = transitionsFor(table, from, event);
  if (candidates.length === 0) return { legal: false, reason: `not possible in state ${from}` };
  const reasons: string[] = [];
  for (const transition of candidates) {
    const reason = guardReason(table, transition, guards);
    if (reason === null) return { legal: true, transition };
    reasons.push(reason);
  }
  return { legal: false, reason: reasons.join('; ') };
}

/** Transitions of a table that an event may cause in a state, in the table's order. */
export function transitionsFor(table: Lifecycle, from: string, event: string): readonly Transition[] {
  return table.transitions.filter(
    (transition) =>
      transition.event === event && (transition.from === from || (transition.from === '*' && from !== 'none')),
  );
}

function guardReason(table: Lifecycle, transition: Transition, guards: Guards): string | null {
  if (transition.guard === null) return null;
  const guard = guards[transition.guard];
  if (guard === undefined)
    throw new Error(`no guard ${transition.guard} for ${table.name} transition ${transition.id}`);
  return guard();
}
