import type { Json } from '../../trace/exchange.js';
import type { Refusal } from './refusal.js';

/** What goes back to the client. A JSON body, or plain text where the documentation gives a bare sentence. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: { readonly json: Json } | { readonly text: string };
}

/** A 200 with a JSON body. */
export function ok(json: Json): Reply {
  return { status: 200, body: { json } };
}

/** The error body of a refusal. */
export function replyOf(refusal: Refusal): Reply {
  return {
    status: refusal.status,
    headers: refusal.headers,
    body: { json: { status: 'error', code: refusal.code, message: refusal.message } },
  };
}
