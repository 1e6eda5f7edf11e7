import type { Validators } from '../../contract/validators.js';
import type { Body } from '../../trace/exchange.js';
import type { Emulation } from '../emulation.js';
import type { Program } from '../program.js';
import type { Next } from '../variations/variation.js';
import type { Allowlist } from './allowlist.js';
import { networkRefusal } from './allowlist.js';
import { membersOf } from './check-call.js';
import type { Credentials } from './credentials.js';
import type { RateLimiter } from './rate-limiter.js';
import { Refusal } from './refusal.js';
import { type Reply, replyOf } from './reply.js';
import type { Route, Router } from './router.js';

/** Everything the layers need. */
export interface Gate {
  readonly allowlist: Allowlist;
  /** Programs by API key. */
  readonly programs: ReadonlyMap<string, Program>;
  readonly rateLimiter: RateLimiter;
  readonly router: Router;
  readonly validators: Validators;
  readonly emulation: Emulation;
  /** What varies answers legally, around the layers below; null when nothing does. */
  readonly around: ((last: Next) => Next) | null;
  /** In production the simulations are absent. Source: docs/sandbox-going-live. */
  readonly production: boolean;
  /** Emulated milliseconds. */
  readonly now: () => number;
  /** Throws when an effect of the platform broke in the background: from then on nothing it says can be trusted. */
  readonly checkHealth: () => void;
  /** Real milliseconds, for the rate limit. */
  readonly realNow: () => number;
}

/** One HTTP request whose TLS handshake succeeded. */
export interface Visit {
  readonly method: string;
  /** Path below `/v2`; null outside it. */
  readonly path: string | null;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly client: string;
  readonly credentials: Credentials;
  readBody(): Promise<Body>;
}

/** A reply and the route it belongs to, for the access log. */
export interface Answered {
  readonly reply: Reply;
  readonly route: Route | null;
}

/**
 * The layers behind TLS, in the order the vendor's network page gives: allowlist, API key, then rate limit, routing,
 * request check, behaviour. Source: docs/ip-allowlisting-and-network-security (C-11).
 */
export async function answerCall(gate: Gate, visit: Visit): Promise<Answered> {
  if (!gate.allowlist.admits(visit.client)) return { reply: networkRefusal, route: null };
  let route: Route | null = null;
  try {
    const program = gate.emulation.admit(visit.credentials, gate.programs);
    gate.rateLimiter.take(program.settings.name, gate.realNow());
    if (visit.path === null) throw new Refusal('unknown_path');
    route = gate.router.find(visit.method, visit.path);
    if (gate.emulation.isAbsent(route, gate.production)) throw new Refusal('unknown_path');
    const body = await visit.readBody();
    gate.emulation.checkCall(gate.validators, route, { query: visit.query, headers: visit.headers, body });
    return { reply: behave(gate, program, route, visit, body), route };
  } catch (problem) {
    return { reply: replyOf(refusalOf(problem)), route };
  }
}

function behave(gate: Gate, program: Program, route: Route, visit: Visit, body: Body): Reply {
  const { operationId } = route.operation;
  const handler = gate.emulation.handlers[operationId];
  if (handler === undefined) throw new Refusal('not_emulated', { operation: operationId });
  gate.checkHealth();
  const now = gate.now();
  program.platform.schedule.advanceTo(now);
  const [pathId = ''] = Object.values(route.path);
  return handler({ operationId, pathId, query: visit.query, body: membersOf(body), now }, program);
}

/** An unexpected error becomes a 500 that says what broke; invariants of the emulator carry no card data. */
export function refusalOf(problem: unknown): Refusal {
  if (problem instanceof Refusal) return problem;
  return new Refusal('internal_error', { reason: problem instanceof Error ? problem.message : 'unknown' });
}
