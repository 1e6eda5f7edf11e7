import type { IncomingMessage } from 'node:http';
import { largestBody } from '../../client/largest-body.js';
import { readBody } from '../../client/read-body.js';
import type { Body, Exchange } from '../../trace/exchange.js';

/** The body of an arrived call, or why it did not arrive whole, with the status to answer. */
export interface ReceivedBody {
  readonly body: Body;
  readonly failure: Exchange['failure'];
  readonly status: 204 | 400 | 413;
}

/** Reads the body of an arrived call up to the limit of answers. Never rejects: a broken one is part of the record too. */
export async function receiveBody(
  request: IncomingMessage,
  headers: Readonly<Record<string, string>>,
): Promise<ReceivedBody> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
      length += chunk.byteLength;
      if (length > largestBody) return lost('protocol', `the body is larger than ${String(largestBody)} bytes`, 413);
      chunks.push(chunk);
    }
  } catch {
    return lost('reset', `the connection broke off after ${String(length)} bytes of the body`, 400);
  }
  return { body: readBody(Buffer.concat(chunks), headers), failure: null, status: 204 };
}

function lost(reason: 'protocol' | 'reset', detail: string, status: 400 | 413): ReceivedBody {
  return { body: { kind: 'text', text: '', problem: detail }, failure: { class: reason, detail }, status };
}
