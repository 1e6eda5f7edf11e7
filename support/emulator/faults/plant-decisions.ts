import type { Decision } from '../../lifecycle/state-machine.js';
import type { LifecycleName } from '../../lifecycle/lifecycle.js';
import type { Collection } from '../store/collection.js';
import { isObject } from '../http/is-object.js';
import type { Body, Json } from '../../trace/exchange.js';
import type { Call, JsonObject } from '../http/call.js';
import type { Program, Store } from '../program.js';
import type { Booking } from '../deposits/booking.js';
import { Refusal } from '../http/refusal.js';
import { behaving, mishearing, type Operations } from './plant-answers.js';
import type { Fault } from './fault.js';

/** Kinds of things with a state. */
type Stateful = 'cardholders' | 'cards';

/**
 * Shows an operation things in one state as if they were in another; what it changes is the real thing. Effects the call
 * plans for later see the same.
 */
export function mistaking(operations: Operations, kind: Stateful, from: string, as: string): Fault {
  return behaving(operations, (call, program, sound) => sound(call, disguise(program, kind, from, as)));
}

function disguise(program: Program, kind: Stateful, from: string, as: string): Program {
  const shown = <Entity extends { readonly state: string }>(entity: Entity): Entity =>
    entity.state === from ? { ...entity, state: as } : entity;
  const masked = <Entity extends { readonly state: string }>(
    real: Collection<number, Entity>,
  ): Collection<number, Entity> => ({
    ...real,
    get: (id) => {
      const entity = real.get(id);
      return entity === null ? null : shown(entity);
    },
    all: () => real.all().map(shown),
  });
  const { cardholders, cards } = program.store;
  const disguised: Pick<Store, Stateful> = {
    cardholders: kind === 'cardholders' ? masked(cardholders) : cardholders,
    cards: kind === 'cards' ? masked(cards) : cards,
  };
  return { ...program, store: { ...program.store, ...disguised } };
}

/** Decides an event of a lifecycle otherwise: `change` gets what the table says. */
export function deciding(
  lifecycle: LifecycleName,
  event: string,
  change: (sound: Decision, from: string) => Decision,
): Fault {
  return (sound) => {
    const machine = sound.machines[lifecycle];
    const decide: typeof machine.decide = (from, happened, guards) => {
      const decision = machine.decide(from, happened, guards);
      return happened === event ? change(decision, from) : decision;
    };
    return { ...sound, machines: { ...sound.machines, [lifecycle]: { ...machine, decide } } };
  };
}

/** Leads a legal change to another state. */
export function leadingTo(lifecycle: LifecycleName, event: string, to: string, from?: string): Fault {
  return deciding(lifecycle, event, (decision, state) =>
    decision.legal && (from === undefined || from === state)
      ? { legal: true, transition: { ...decision.transition, to } }
      : decision,
  );
}

/** Refuses an operation where `when` holds, although it is legal. */
export function refusing(operations: Operations, when: (pathId: string, program: Program) => boolean): Fault {
  return behaving(operations, (call, program, sound) => {
    if (when(call.pathId, program))
      throw new Refusal('refused_by_state', { operation: call.operationId, reason: 'not possible now' });
    return sound(call, program);
  });
}

/** Lets requests of an operation through that break the contract. */
export function lettingThrough(operationId: string): Fault {
  return (sound) => ({
    ...sound,
    checkCall: (validators, route, parts) => {
      if (route.operation.operationId !== operationId) sound.checkCall(validators, route, parts);
    },
  });
}

/** Takes any text for one member of a request; the others are checked. */
export function overlooking(operationId: string, member: string): Fault {
  return (sound) => ({
    ...sound,
    checkCall: (validators, route, parts) => {
      const isMeant = route.operation.operationId === operationId;
      sound.checkCall(validators, route, isMeant ? { ...parts, body: without(parts.body, member) } : parts);
    },
  });
}

/** Takes a request that lacks one member, with what the platform makes up for it. */
export function supplying(operationId: string, member: string, supply: (call: Call, program: Program) => Json): Fault {
  return (sound) => ({
    ...mishearing(operationId, (call, program) => ({
      ...call,
      body: { [member]: supply(call, program), ...call.body },
    }))(sound),
    checkCall: (validators, route, parts) => {
      const { body } = parts;
      const isMeant = route.operation.operationId === operationId && body.kind === 'json' && isObject(body.value);
      // Whether the rest of it is right does not depend on the value: any that is of the member's form will do.
      const lacks = isMeant && !(member in (body.value as JsonObject));
      if (lacks) return;
      sound.checkCall(validators, route, parts);
    },
  });
}

/** The body with a text of legal length in the member's place: eight digits suit every documented bound. */
function without(body: Body, member: string): Body {
  if (body.kind !== 'json' || !isObject(body.value)) return body;
  return { ...body, value: { ...body.value, [member]: '12345678' } };
}

/** Posts something else than was to be booked. What comes of it is not checked for being a possible account. */
export function booking(change: (asked: Booking, program: Program) => readonly Omit<Booking, 'unchecked'>[]): Fault {
  return (sound) => ({
    ...sound,
    book: (asked, program) =>
      sound
        .book(asked, program)
        .flatMap((entry) => change(entry, program))
        .map((entry) => ({ ...entry, unchecked: true })),
  });
}
