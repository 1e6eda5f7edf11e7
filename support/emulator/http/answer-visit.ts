import type { Body } from '../../trace/exchange.js';
import type { Answer, Asked, Next } from '../variations/variation.js';
import { answerCall, refusalOf, type Gate, type Visit } from './answer-call.js';
import { type Reply, replyOf } from './reply.js';
import type { Route } from './router.js';

/** An answer as it leaves, and the route it belongs to. */
export interface VisitAnswered {
  readonly answer: Answer;
  readonly route: Route | null;
}

/** Answers a request, with whatever legal variations the gate has around it. Never rejects. */
export async function answerVisit(gate: Gate, visit: Visit): Promise<VisitAnswered> {
  if (gate.around === null || visit.path === null) {
    const { reply, route } = await answerCall(gate, visit);
    return { answer: answerOf(reply, gate.now()), route };
  }
  let route: Route | null = null;
  try {
    const body = await visit.readBody();
    const { path } = visit;
    const last: Next = async (asked) => {
      const answered = await answerCall(gate, visitOf(asked, visit, body));
      // A variation may look something up on its own account first.
      if (asked.path === path) ({ route } = answered);
      return answerOf(answered.reply, gate.now());
    };
    return { answer: await gate.around(last)(askedOf(visit, path, body)), route };
  } catch (problem) {
    return { answer: answerOf(replyOf(refusalOf(problem)), gate.now()), route };
  }
}

function askedOf({ method, query, headers }: Visit, path: string, body: Body): Asked {
  const search = new URLSearchParams(query).toString();
  return {
    ...{ method, path, headers },
    query: search === '' ? '' : `?${search}`,
    body: body.kind === 'json' ? body.value : undefined,
  };
}

/** The request as a variation passes it on; a body it did not touch stays what it was, text included. */
function visitOf({ method, path, query, headers, body }: Asked, visit: Visit, read: Body): Visit {
  const given = read.kind === 'json' ? read.value : undefined;
  const passed: Body =
    body === given ? read : body === undefined ? { kind: 'none' } : { kind: 'json', value: body, duplicateKeys: [] };
  const { client, credentials } = visit;
  return {
    ...{ method, path, headers, client, credentials },
    query: Object.fromEntries(new URLSearchParams(query)),
    readBody: () => Promise.resolve(passed),
  };
}

/** A reply with the headers every answer of the platform has; `at` is emulated milliseconds. */
function answerOf({ status, headers, body }: Reply, at: number): Answer {
  return {
    status,
    headers: {
      'content-type': 'json' in body ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      date: new Date(at).toUTCString(),
      ...headers,
    },
    body,
    delivery: {},
  };
}
