import { request } from 'undici';
import type { Json } from '../../trace/exchange.js';

/** Makes one callback; true when the receiver took it. Rejects when nobody answers or the signal is aborted. */
export type PostCallback = (url: string, body: Json, signal: AbortSignal) => Promise<boolean>;

const timeoutMs = 2000;

/** Posts a callback from this process. */
export const postCallback: PostCallback = async (url, body, signal) => {
  const answer = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    signal,
  });
  await answer.body.dump();
  return answer.statusCode >= 200 && answer.statusCode < 300;
};
