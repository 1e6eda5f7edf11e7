import type { Lifecycle, Transition } from '../../lifecycle/lifecycle.js';
import { transitionsFor } from '../../lifecycle/state-machine.js';
import { isOperationEvent } from './operation-event.js';
import { targetOf, type ListedTarget } from './target.js';

/**
 * What a lifecycle table says: each transition, and each call that the table does not let through in a state, either because
 * it has no transition there or because every transition there has a guard that may not hold.
 */
export function transitionTargets(table: Lifecycle): ListedTarget[] {
  const contract = `lifecycle/${table.name}`;
  return [
    ...table.transitions.map(({ id }) => targetOf('transition-allowed', table.name, id, `${contract}/${id}`)),
    ...refusals(table).map((place) => targetOf('transition-refused', table.name, place, contract)),
  ];
}

function refusals(table: Lifecycle): readonly string[] {
  const events = [...new Set(table.transitions.map(({ event }) => event).filter(isOperationEvent))];
  return events.flatMap((event) => {
    const own = table.transitions.filter((transition) => transition.event === event);
    // A call that only ever creates is about no earlier state of anything.
    const states = own.every(isCreation) ? ['none'] : table.states.map(({ name }) => name);
    return states.filter((state) => mayRefuse(transitionsFor(table, state, event))).map((state) => `${state}+${event}`);
  });
}

function mayRefuse(transitions: readonly Transition[]): boolean {
  return transitions.every(({ guard }) => guard !== null);
}

function isCreation({ from }: Transition): boolean {
  return from === 'none';
}
