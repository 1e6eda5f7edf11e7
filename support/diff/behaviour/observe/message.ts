import { headersFor } from '../../../trace/mask/header-rules.js';
import type { Body, Exchange, Json } from '../../../trace/exchange.js';
import { isInbound, kindOf } from '../answer-label.js';
import type { MessageKind } from '../observed-operation.js';

/** What the target said in an exchange: the answer, or the request of a call it made to us. */
export interface Message {
  readonly kind: MessageKind;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
  /** Where it stands in the exchange. */
  readonly side: 'request' | 'response';
  /** Member types of lists whose items were withheld, by pointer below the body. */
  readonly withheld: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>;
}

/** Headers that say something about the target; those of the connection and of clocks do not. */
const comparedHeaders: ReadonlySet<string> = new Set(
  (['content', 'caching', 'limits', 'lifecycle', 'target-id', 'server'] as const)
    .flatMap(headersFor)
    .filter((name) => name !== 'content-length'),
);

/** The target's message of an exchange; null when none came. */
export function messageOf(exchange: Exchange): Message | null {
  const side = isInbound(exchange) ? 'request' : 'response';
  const held = exchange[side];
  if (held === null) return null;
  const headers = Object.entries(held.headers).filter(([name]) => comparedHeaders.has(name));
  const root = `/${side}/body/value`;
  const { withheld } = exchange;
  return {
    ...{ kind: kindOf(exchange), headers: Object.fromEntries(headers), body: held.body, side },
    withheld: new Map(withheld === undefined ? [] : [[withheld.pointer.replace(root, ''), withheld.shape]]),
  };
}

/** The media type of a message without its parameters; null when it names none. */
export function mediaTypeOf({ headers }: Message): string | null {
  const essence = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return essence !== undefined && /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/.test(essence) ? essence : null;
}

/** The JSON of a body, or undefined. */
export function jsonIn(body: Body): Json | undefined {
  return body.kind === 'json' ? body.value : undefined;
}
