import type { Answer, Asked, Next } from '../../emulator/variations/variation.js';

/** Answers a lost call, whose effect is or is not brought about by `next`. */
export type Loss = (asked: Asked, next: Next) => Promise<Answer>;

const torn: Answer = { status: 200, headers: {}, body: null, delivery: { reset: true } };

/** What a gateway says for itself. */
function gateway(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  const body = { text: `<html><body><h1>${String(status)}</h1></body></html>` };
  return { status, headers: { 'content-type': 'text/html', ...headers }, body, delivery: {} };
}

/** What the platform says while it fails. */
function failing(status: number): Answer {
  const json = { status: 'error', code: 'internal_error', message: 'Something went wrong.' };
  return { status, headers: { 'content-type': 'application/json' }, body: { json }, delivery: {} };
}

/** The ways in which a call is lost between client and platform, by name. None of them says anything about the platform. */
export const losses = {
  /** The connection breaks before the platform hears of the call. */
  unheard: () => Promise.resolve(torn),
  /** The connection breaks when the platform has done what was asked. */
  unanswered: async (asked, next) => {
    await next(asked);
    return torn;
  },
  /** A gateway finds nobody behind it. */
  'bad-gateway': () => Promise.resolve(gateway(502)),
  /** A gateway gives up waiting, and the platform does it all the same. */
  'gateway-timeout': async (asked, next) => {
    await next(asked);
    return gateway(504);
  },
  /** The platform fails when it has done what was asked. */
  'failed-after': async (asked, next) => {
    await next(asked);
    return failing(500);
  },
  /** A rate limit turns the call away. */
  'turned-away': () => Promise.resolve(gateway(429, { 'retry-after': '1' })),
} as const satisfies Readonly<Record<string, Loss>>;

/** Name of a loss. */
export type LossName = keyof typeof losses;

/** All of them. */
export const lossNames = Object.keys(losses) as readonly LossName[];
