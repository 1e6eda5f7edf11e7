import type { OperationId } from '../../client/typed-call.js';
import type { Json } from '../../trace/exchange.js';

/** What the replaying server does with one request: a recorded answer, or a connection that breaks under it. */
export type ReplayedAnswer =
  | {
      readonly kind: 'json';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: Json;
    }
  | { readonly kind: 'text'; readonly status: number; readonly mediaType: string; readonly text: string }
  | { readonly kind: 'reset' };

/** What the server answers at one place, request by request; the last answer stands for all later ones. */
export interface ReplayedCall {
  readonly operationId: OperationId;
  /** Path parameters of the place. */
  readonly path?: Readonly<Record<string, number>>;
  readonly answers: readonly [ReplayedAnswer, ...ReplayedAnswer[]];
}

/** An answer with a JSON body. */
export function replayedJson(status: number, body: Json, headers: Readonly<Record<string, string>> = {}) {
  return { kind: 'json', status, body, headers } as const satisfies ReplayedAnswer;
}
