import type { Exchange } from '../../trace/exchange.js';
import { isAccepted } from '../checks/answer.js';
import { moneyWords, balancesOf, type Balances } from '../checks/evaluators/balances-of.js';
import { accountOf } from '../checks/evaluators/shown-balance.js';
import { nothingToSay, type InvariantWatch } from '../invariant.js';
import { seenObjects } from './seen-objects.js';

/** Reads of one card's or wallet's balances. */
const balanceReads: ReadonlySet<string | null> = new Set(['getCardBalance', 'getWallet']);

function showsBalances(exchange: Exchange): boolean {
  return balanceReads.has(exchange.operationId) && isAccepted(exchange);
}

/** Watches every pair of balances the API shows. */
function balances(holds: (shown: Balances) => boolean, expected: string): () => InvariantWatch {
  return () => ({
    exchange: (exchange) => {
      const shown = showsBalances(exchange) ? balancesOf(exchange) : undefined;
      if (shown === undefined) return nothingToSay;
      if (holds(shown)) return { evaluated: 1, violations: [] };
      const message = `expected ${expected}, received ${moneyWords(shown)} minor units on ${accountOf(exchange)}`;
      return { evaluated: 1, violations: [{ exchangeIds: [exchange.id], message }] };
    },
  });
}

/** No balance below zero. */
export const neverNegative = balances(
  ({ ledger, available }) => ledger >= 0 && available >= 0,
  'no balance below zero',
);

/** What may be spent is part of what is there. */
export const availableWithinLedger = balances(
  ({ ledger, available }) => available <= ledger,
  'an available balance of at most the ledger balance',
);

/** Members that name a currency. */
const currencyMembers: readonly string[] = ['currency', 'walletCurrencyId'];

/** Every balance and wallet of a Program is in the Program's own currency, so that all of them name the same one. */
export const oneCurrency = (): InvariantWatch => {
  let first: { readonly value: number; readonly exchangeId: string } | null = null;
  const compare = (exchange: Exchange, value: number) => {
    first ??= { value, exchangeId: exchange.id };
    if (first.value === value) return [];
    const message = `expected currency ${String(first.value)} everywhere, received ${String(value)} from ${accountOf(exchange)}`;
    return [{ exchangeIds: [first.exchangeId, exchange.id], message }];
  };
  return {
    exchange: (exchange) => {
      const values = seenObjects(exchange)
        .filter(({ kind }) => kind === 'card' || kind === 'wallet')
        .flatMap(({ members }) => currencyMembers.map((name) => members[name]))
        .filter((value) => typeof value === 'number');
      return { evaluated: values.length, violations: values.flatMap((value) => compare(exchange, value)) };
    },
  };
};
