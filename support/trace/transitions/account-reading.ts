import type { Exchange, Json } from '../exchange.js';
import { answerOf, segment, succeeded } from './json-members.js';

/** Both balances of a card or wallet as one answer shows them, minor units. */
export interface AccountReading {
  /** `card-ID` or `wallet-ID`. */
  readonly account: string;
  readonly ledger: number;
  readonly available: number;
}

/** Operations that read balances, with the kind of account that their path names. */
const kinds: Readonly<Record<string, string>> = { getCardBalance: 'card', getWallet: 'wallet' };

/**
 * The balances an exchange reads; null for any other exchange, and for balances that are no whole minor units: the judge
 * speaks about those. A wallet shows them under other names; what is there is taken.
 */
export function accountReading(exchange: Exchange): AccountReading | null {
  const kind = kinds[exchange.operationId ?? ''];
  if (kind === undefined || !succeeded(exchange)) return null;
  const body = answerOf(exchange);
  const ledger = body['ledgerBalance'] ?? body['walletBalanceSettled'];
  const available = body['availableBalance'] ?? body['walletAvailableBalance'];
  if (!isWhole(ledger) || !isWhole(available)) return null;
  return { account: `${kind}-${segment(exchange, 1) ?? ''}`, ledger, available };
}

function isWhole(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}
