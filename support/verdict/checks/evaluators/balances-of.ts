import type { Exchange } from '../../../trace/exchange.js';
import { numberMember } from '../answer.js';

/** The two balances of a card or wallet, minor units. */
export interface Balances {
  readonly ledger: number;
  readonly available: number;
}

/**
 * The two balances of a read. Wallet reads name them either way (contradiction E-16).
 * Source: docs/accounts-wallets-and-deposit-addresses, reference/post_wallets-walletid-bank-deposit.
 */
export function balancesOf(exchange: Exchange): Balances | undefined {
  const ledger = numberMember(exchange, 'ledgerBalance') ?? numberMember(exchange, 'walletBalanceSettled');
  const available = numberMember(exchange, 'availableBalance') ?? numberMember(exchange, 'walletAvailableBalance');
  return ledger === undefined || available === undefined ? undefined : { ledger, available };
}

/** Two balances in words. */
export function moneyWords({ ledger, available }: Balances): string {
  return `ledger ${String(ledger)}, available ${String(available)}`;
}
