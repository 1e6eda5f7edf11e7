import type { LifecycleName, Transition } from '../lifecycle/lifecycle.js';
import type { Guards } from '../lifecycle/state-machine.js';
import { Refusal } from './http/refusal.js';
import type { Program } from './program.js';

/** An event on one entity. */
export interface Happening {
  readonly lifecycle: LifecycleName;
  /** State name; `none` for creation. */
  readonly from: string;
  /** operationId or organic event. */
  readonly event: string;
  readonly guards?: Guards;
}

/**
 * The transition a client's call causes, by the lifecycle table; a 409 refusal when the table has none. It changes
 * nothing: callers check with it first and change afterwards.
 */
export function allow(program: Program, happening: Happening): Transition {
  const decision = decide(program, happening);
  if (!decision.legal) throw new Refusal('refused_by_state', { operation: happening.event, reason: decision.reason });
  return decision.transition;
}

/** The transition an effect of the platform itself causes; one the table does not have is an error of ours. */
export function follow(program: Program, happening: Happening): Transition {
  const decision = decide(program, happening);
  if (!decision.legal) {
    const { lifecycle, from, event } = happening;
    throw new Error(`lifecycle ${lifecycle} has no ${event} in state ${from}: ${decision.reason}`);
  }
  return decision.transition;
}

/** Value on the wire of a state. */
export function wireValue(program: Program, lifecycle: LifecycleName, state: string): number {
  const value = program.platform.machines[lifecycle].valueOf(state);
  if (typeof value !== 'number') throw new Error(`lifecycle ${lifecycle}: ${state} has no number on the wire`);
  return value;
}

function decide(program: Program, { lifecycle, from, event, guards }: Happening) {
  return program.platform.machines[lifecycle].decide(from, event, guards);
}
