import type { Json } from '../../trace/exchange.js';

/** A request as the server received it. */
export interface Asked {
  readonly method: string;
  /** Path below `/v2`, without query. */
  readonly path: string;
  /** With its question mark; empty when there is none. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON body; undefined when none came. */
  readonly body: Json | undefined;
}

/** How an answer leaves the server, beside what it says. */
export interface Delivery {
  /** The connection is destroyed instead. */
  readonly reset?: true;
  /** The connection ends with this answer. */
  readonly closing?: true;
  /** An interim 103 comes first. */
  readonly interim?: true;
  /** Real milliseconds before the first byte. */
  readonly pauseMs?: number;
  /** In chunks of so many bytes, without a length; characters are cut wherever a chunk ends. */
  readonly chunkBytes?: number;
  /** Header names in capitals. */
  readonly shouted?: true;
  /** The body is compressed, whether or not that was asked for. */
  readonly gzip?: true;
  /** How JSON is written: indented, or with everything beyond ASCII as escapes. */
  readonly form?: 'indented' | 'escaped';
  /** Words of the status line; those of the status when not given. */
  readonly reason?: string;
}

/** An answer: JSON, text or no body at all. */
export interface Answer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly json: Json } | { readonly text: string } | null;
  readonly delivery: Delivery;
}

/** Whoever answers next: the variations further in, and at last the emulator itself. */
export type Next = (asked: Asked) => Promise<Answer>;

/**
 * One difference from how our emulator answers. Made anew for every server, because some remember what they have done.
 * `asked` may be changed on its way in, the answer on its way out.
 */
export type Variation = (asked: Asked, next: Next) => Promise<Answer>;

/** A JSON object. */
export type JsonObject = Readonly<Record<string, Json>>;

/** True for a JSON object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The members of a JSON object; none for anything else. */
export function membersOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** The JSON an answer carries, or undefined. */
export function jsonOf({ body }: Answer): Json | undefined {
  return body !== null && 'json' in body ? body.json : undefined;
}

/** A variation of answers alone. */
export function answering(change: (answer: Answer, asked: Asked) => Answer): Variation {
  return async (asked, next) => change(await next(asked), asked);
}

/** A variation of the objects in accepted and refused JSON answers, inner ones first. */
export function reshaping(change: (object: JsonObject, asked: Asked) => JsonObject): Variation {
  return answering((answer, asked) => {
    const json = jsonOf(answer);
    return json === undefined
      ? answer
      : { ...answer, body: { json: reshaped(json, (object) => change(object, asked)) } };
  });
}

function reshaped(value: Json, change: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((entry) => reshaped(entry, change));
  if (!isObject(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, reshaped(member, change)])));
}

/** An answer with this JSON. */
export function says(status: number, json: Json, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: { json }, delivery: {} };
}

/** A refusal in the words of our emulator. */
export function refuses(status: number, code: string): Answer {
  return says(status, { status: 'error', code, message: `Refused: ${code}.` });
}

/** True for a 2xx answer. */
export function isYes({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}
