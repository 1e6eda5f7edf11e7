import type { OperationId } from '../../client/typed-call.js';
import type { Json } from '../../trace/exchange.js';

/** An answer that carries more than the contract knows. */
export interface Addition {
  readonly operationId: Extract<OperationId, 'getCardholder' | 'listCardholders'>;
  readonly body: Json;
  /** JSON Pointers into the exchange of what is new. */
  readonly where: readonly string[];
}

/** The cardholder that replayed answers are about. */
export const replayedCardholder = 1001;

const person = { cardholderId: replayedCardholder, status: 1 };

/**
 * What the vendor may add at any time within version 2; the word names it in the features. Source:
 * docs/versioning-and-changelog.
 */
export const additions = {
  'a new member': {
    operationId: 'getCardholder',
    body: { ...person, loyaltyTier: 'gold' },
    where: ['/response/body/loyaltyTier'],
  },
  'a new object with members of its own': {
    operationId: 'getCardholder',
    body: { ...person, preferences: { newsletter: true } },
    where: ['/response/body/preferences'],
  },
  'a new member in a list': {
    operationId: 'listCardholders',
    body: { status: 'success', items: [{ ...person, loyaltyTier: 'gold' }], total: 1, limit: 50, offset: 0 },
    where: ['/response/body/items/0/loyaltyTier'],
  },
  'a new status': {
    operationId: 'getCardholder',
    body: { ...person, status: 12 },
    where: ['/response/body/status'],
  },
} as const satisfies Readonly<Record<string, Addition>>;

/** The word of an addition in {@link additions}. */
export type AdditionWord = keyof typeof additions;
