import { textOf } from '../http/text-of.js';
import { once } from './delivery-variations.js';
import { answering, jsonOf, membersOf, refuses, says, type Answer, type Asked, type Variation } from './variation.js';

/** Paths whose POST creates something. */
const creating =
  /^\/(cardholders|cards\/(virtual|assign)\/\d+|wallets|wallets\/transfer|support\/tickets|otp\/listeners)$/;
const registering = /^\/(cardholders\/\d+\/register-bank-account|(cards|wallets)\/\d+\/bank-deposit)$/;

function creates({ method, path }: Asked): boolean {
  return method === 'POST' && (creating.test(path) || registering.test(path));
}

/** Changes the status of the answers for which `fits` holds. */
function withStatus(status: number, fits: (answer: Answer, asked: Asked) => boolean): Variation {
  return answering((answer, asked) => (fits(answer, asked) ? { ...answer, status } : answer));
}

/** A cardholder edit is answered 409 by the vendor's own matrix; every other code of a refusal by state is open (K-03). */
const isCardholderEdit = ({ method, path }: Asked) => method === 'PUT' && /^\/cardholders\/\d+$/.test(path);

/** Legal differences in codes, headers and delivery, by name. */
export const wireVariations = {
  /** Success of what creates (K-01). */
  'created-201': () => withStatus(201, (answer, asked) => answer.status === 200 && creates(asked)),
  /** Success of simulations (K-01). */
  'simulated-202': () => withStatus(202, (answer, { path }) => answer.status === 200 && path.startsWith('/staging/')),
  /** Success of changes, without any body (K-01, K-06). */
  'changed-204': () =>
    answering((answer, { method, path }) =>
      answer.status === 200 && method === 'PUT' && !path.endsWith('/kyc-submit')
        ? { ...answer, status: 204, headers: {}, body: null }
        : answer,
    ),
  /** Validation errors (U-03). */
  'validation-422': () => withStatus(422, ({ status }) => status === 400),
  /** Refusals by state (K-03). */
  'state-422': () => withStatus(422, ({ status }, asked) => status === 409 && !isCardholderEdit(asked)),
  /** Refusals by state under a success code. Source: docs/recipe-zero-to-funded-card. */
  'state-under-200': () => withStatus(200, ({ status }, asked) => status === 409 && !isCardholderEdit(asked)),
  /** A key that is missing or wrong (U-10). */
  'key-403': () => withStatus(403, ({ status }) => status === 401),
  /** The body of refusals (U-03); a missing route still reads otherwise than a missing object. */
  'other-error-body': () =>
    answering((answer) => {
      const { message, ...rest } = membersOf(jsonOf(answer));
      if (answer.status < 400 || answer.status > 499 || message === undefined) return answer;
      return { ...answer, body: { json: { ...rest, error: { detail: message } } } };
    }),
  /** One read fails on the server's side. */
  'unavailable-once': once(/^\/cardholders\/\d+$/, 5, () => refuses(503, 'unavailable')),
  /** One read is cut off. */
  'reset-once': once(/^\/cards\/\d+$/, 3, (answer) => ({ ...answer, delivery: { reset: true } })),
  /** One read meets the rate limit, which says when to come back. */
  'rate-limited-once': once(/^\/cardholders\/\d+$/, 9, () =>
    says(429, { status: 'error', message: 'Slow down.' }, { 'retry-after': '1' }),
  ),
  /** One read meets the rate limit, which says nothing more (U-07). */
  'rate-limited-without-a-word': once(/^\/cards\/\d+$/, 7, () => says(429, { status: 'error', message: 'Slow down.' })),
  /** One creation meets the rate limit; nothing was made. */
  'creation-rate-limited-once': () => {
    let creations = 0;
    return async (asked, next) => {
      if (creates(asked)) creations += 1;
      const turned = creates(asked) && creations === 3;
      return turned ? says(429, { status: 'error', message: 'Slow down.' }) : next(asked);
    };
  },
  /** Refusals that are a sentence and not JSON (U-03). */
  'text-refusals': () =>
    answering((answer) => {
      const { message } = membersOf(jsonOf(answer));
      if (answer.status < 400 || answer.status > 499) return answer;
      return {
        ...answer,
        headers: { ...answer.headers, 'content-type': 'text/plain' },
        body: { text: textOf(message) },
      };
    }),
} satisfies Readonly<Record<string, () => Variation>>;
