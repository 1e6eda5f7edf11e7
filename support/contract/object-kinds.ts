import type { Operation } from './contract.js';

/** Kinds of objects that calls leave behind, as the contract's `x-creates` names them; word for one and for many. */
const objectWords = {
  cardholder: ['cardholder', 'cardholders'],
  card: ['card', 'cards'],
  wallet: ['wallet', 'wallets'],
  transfer: ['transfer', 'transfers'],
  'bank-account': ['bank account', 'bank accounts'],
  'wallet-address': ['wallet address', 'wallet addresses'],
  'deposit-notice': ['deposit notice', 'deposit notices'],
  'otp-listener': ['3-D Secure subscription', '3-D Secure subscriptions'],
  ticket: ['ticket', 'tickets'],
} as const;

/** Kinds of simulated money movements: they create no object of their own, but they change balances. */
const movementWords = {
  'simulated-deposit': ['simulated deposit', 'simulated deposits'],
  'simulated-purchase': ['simulated purchase', 'simulated purchases'],
} as const;

/** A kind of object that stays on the target. */
export type ObjectKind = keyof typeof objectWords;
/** A kind of object or of money movement; the budget of a run counts each on its own. */
export type BudgetKind = ObjectKind | keyof typeof movementWords;

const words: Readonly<Record<BudgetKind, readonly [string, string]>> = { ...objectWords, ...movementWords };

/** Every kind of object, in the order people read them. */
export const objectKinds = Object.keys(objectWords) as readonly ObjectKind[];
/** Every kind of money movement. */
export const movementKinds = Object.keys(movementWords) as readonly BudgetKind[];
/** Every kind the budget counts, in the order people read them. */
export const budgetKinds = Object.keys(words) as readonly BudgetKind[];

/** Simulations that move money. Source: docs/sandbox-going-live, which names none of their paths. */
const movements: Readonly<Record<string, BudgetKind>> = {
  simulateCryptoDeposit: 'simulated-deposit',
  simulateBankDeposit: 'simulated-deposit',
  simulateCardSpend: 'simulated-purchase',
  simulateOtpChallenge: 'simulated-purchase',
};

/** True for a word the budget knows. */
export function isBudgetKind(word: string): word is BudgetKind {
  return Object.hasOwn(words, word);
}

/** True for a word that names a kind of object. */
export function isObjectKind(word: string): word is ObjectKind {
  return Object.hasOwn(objectWords, word);
}

/**
 * What an operation of our own contract draws from the budget; null for one that creates and moves nothing. A document
 * given by AXYS_CONTRACT carries no `x-creates`, so it is never asked. Throws for an `x-creates` word without an entry.
 */
export function budgetKindOf({ operationId, creates }: Pick<Operation, 'operationId' | 'creates'>): BudgetKind | null {
  if (creates === null) return movements[operationId] ?? null;
  if (isObjectKind(creates)) return creates;
  throw new Error(`x-creates of ${operationId} names the unknown kind ${creates}`);
}

/** How many of each kind; a kind without an entry counts as none. */
export type KindCounts = Readonly<Partial<Record<BudgetKind, number>>>;

/** Adds counts kind by kind. */
export function addCounts(all: Iterable<KindCounts>): KindCounts {
  const sum: Partial<Record<BudgetKind, number>> = {};
  for (const counts of all) {
    for (const kind of budgetKinds) {
      const count = counts[kind] ?? 0;
      if (count > 0) sum[kind] = (sum[kind] ?? 0) + count;
    }
  }
  return sum;
}

/** Counts in words, such as `92 cardholders, 1 ticket`; `nothing` where there is none. */
export function countsInWords(counts: KindCounts, kinds: readonly BudgetKind[] = budgetKinds): string {
  const parts = kinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count === 0 ? [] : [`${String(count)} ${words[kind][count === 1 ? 0 : 1]}`];
  });
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

/** The same as a limit, such as `at most 1 ticket`; `nothing` where there is none. */
export function atMostInWords(counts: KindCounts, kinds: readonly BudgetKind[] = budgetKinds): string {
  const none = kinds.every((kind) => (counts[kind] ?? 0) === 0);
  return none ? 'nothing' : `at most ${countsInWords(counts, kinds)}`;
}
