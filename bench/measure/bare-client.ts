import { Agent } from 'undici';
import type { Access } from './access.js';

/** A call as somebody writes it who only wants the answer. */
export interface BareCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
}

/** A connection pool of undici with the same TLS as the harness's client. Whoever makes it closes it. */
export function bareAgent({ serverCa, certificate, privateKey }: Access): Agent {
  return new Agent({ connect: { ca: serverCa, cert: certificate, key: privateKey }, pipelining: 1 });
}

/** Sends a call, reads its answer and parses it: nothing else. Throws unless the answer is 200. */
export async function bareCall(agent: Agent, { url, apiKey }: Access, call: BareCall): Promise<unknown> {
  const { origin, pathname } = new URL(url);
  const json = call.body === undefined ? {} : { 'content-type': 'application/json' };
  const { statusCode, body } = await agent.request({
    origin,
    path: `${pathname}${call.path}`,
    method: call.method,
    headers: { 'x-api-key': apiKey, accept: 'application/json', ...json },
    body: call.body === undefined ? null : JSON.stringify(call.body),
  });
  const answer = await body.json();
  if (statusCode !== 200) throw new Error(`${call.method} ${call.path} was answered with ${statusCode}`);
  return answer;
}
