import type { Call, Handler, JsonObject } from '../http/call.js';
import { isObject } from '../http/is-object.js';
import { Refusal } from '../http/refusal.js';
import type { Reply } from '../http/reply.js';
import type { Program } from '../program.js';
import type { Fault } from './fault.js';

/** Handles one call with the sound handler at hand. */
export type Behaviour = (call: Call, program: Program, sound: Handler) => Reply;

/** An operationId or several. */
export type Operations = string | readonly string[];

/** Replaces the handlers of some operations. An operation the emulator does not have is an error of the fault. */
export function behaving(operations: Operations, behaviour: Behaviour): Fault {
  return (sound) => {
    const changed = [operations].flat().map((operationId) => {
      const handler = sound.handlers[operationId];
      if (handler === undefined) throw new Error(`the emulator has no ${operationId} to plant a fault in`);
      return [operationId, (call: Call, program: Program) => behaviour(call, program, handler)] as const;
    });
    return { ...sound, handlers: { ...sound.handlers, ...Object.fromEntries(changed) } };
  };
}

/** Changes what an accepted call is answered with. */
export function answering(
  operations: Operations,
  change: (reply: Reply, call: Call, program: Program) => Reply,
): Fault {
  return behaving(operations, (call, program, sound) => change(sound(call, program), call, program));
}

/** Changes the JSON object an accepted call is answered with. */
export function reshaping(
  operations: Operations,
  change: (members: JsonObject, call: Call, program: Program) => JsonObject,
): Fault {
  return answering(operations, (reply, call, program) => {
    const json = 'json' in reply.body ? reply.body.json : null;
    return isObject(json) ? { ...reply, body: { json: change(json, call, program) } } : reply;
  });
}

/** Leaves members out of an accepted answer. */
export function withholding(operations: Operations, ...names: readonly string[]): Fault {
  return reshaping(operations, (members) =>
    Object.fromEntries(Object.entries(members).filter(([name]) => !names.includes(name))),
  );
}

/** The objects a member lists; none where it is no list. */
export function listed(members: JsonObject, name: string): readonly JsonObject[] {
  const list = members[name];
  return Array.isArray(list) ? (list as JsonObject[]) : [];
}

/** Changes the items of a list answer. */
export function relisting(
  operation: string,
  change: (items: readonly JsonObject[], call: Call, program: Program) => readonly JsonObject[],
): Fault {
  return reshaping(operation, (members, call, program) => ({
    ...members,
    items: [...change(listed(members, 'items'), call, program)],
  }));
}

/** Answers another call than was asked. */
export function mishearing(operations: Operations, change: (call: Call, program: Program) => Call): Fault {
  return behaving(operations, (call, program, sound) => sound(change(call, program), program));
}

/** Does something all the same when a call is refused. */
export function spoiling(operations: Operations, effect: (call: Call, program: Program) => void): Fault {
  return behaving(operations, (call, program, sound) => {
    try {
      return sound(call, program);
    } catch (problem) {
      if (problem instanceof Refusal) effect(call, program);
      throw problem;
    }
  });
}

/** Plants several changes that are one fault together. */
export function together(...parts: readonly Fault[]): Fault {
  return (sound) => parts.reduce((planted, part) => part(planted), sound);
}
