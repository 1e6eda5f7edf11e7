import type { Json } from '../../trace/exchange.js';
import type { Program } from '../program.js';
import { Refusal } from './refusal.js';
import type { Reply } from './reply.js';

/** A JSON object as received. */
export type JsonObject = Readonly<Record<string, Json>>;

/** One admitted, routed and request-checked call. */
export interface Call {
  readonly operationId: string;
  /** The one path parameter, as text; empty where the path has none. */
  readonly pathId: string;
  readonly query: Readonly<Record<string, string>>;
  /** The JSON body; an empty object where none came. */
  readonly body: JsonObject;
  /** Emulated time, milliseconds. */
  readonly now: number;
}

/** Answers one call from a Program's state. It throws a {@link Refusal} before it changes anything. */
export type Handler = (call: Call, program: Program) => Reply;

/** Handlers by operationId. */
export type Handlers = Readonly<Record<string, Handler>>;

/** The numeric id in the path; anything but digits names nothing that exists. */
export function numericId(call: Call, what: string): number {
  if (!/^\d{1,15}$/.test(call.pathId)) throw new Refusal('not_found', { what });
  return Number(call.pathId);
}

/** A text member, or null when absent or null. Another type is a refusal: the contract may leave it open. */
export function textMember(body: JsonObject, name: string): string | null {
  const value = body[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw wrongType(name, 'a string');
  return value;
}

/** An integer member, or null when absent or null. */
export function integerMember(body: JsonObject, name: string): number | null {
  const value = body[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw wrongType(name, 'an integer');
  return value;
}

/** A member that must be there; the refusal names it. */
export function required<T>(value: T | null, name: string): T {
  if (value === null) throw new Refusal('validation_failed', { problems: `body member ${name} is required` });
  return value;
}

function wrongType(name: string, expected: string): Refusal {
  return new Refusal('validation_failed', { problems: `body member ${name} must be ${expected}` });
}
