import type { Exchange, Json } from '../../../trace/exchange.js';
import { fromAmountText } from '../../../contract/money/amount-text.js';
import { asText, at, items } from '../answer.js';
import { transferStatus } from '../status-words.js';
import { balancesOf, type Balances } from './balances-of.js';

/** The wallet whose movements a list holds; undefined for any other exchange. */
export function walletListed({ operationId, request }: Exchange): string | undefined {
  return operationId === 'listWalletTransactions' ? request.query['walletId'] : undefined;
}

/** The path that names the card or wallet a read is about. */
export function accountOf(exchange: Exchange): string {
  const walletId = walletListed(exchange);
  return walletId === undefined ? exchange.request.path : `/wallets/${walletId}`;
}

/**
 * The balances of a read, or, for a wallet that shows none (E-16), what its listed movements come to: only differences
 * between two such lists mean anything. Source: docs/accounts-wallets-and-deposit-addresses.
 */
export function shownBalance(exchange: Exchange): Balances | undefined {
  const shown = balancesOf(exchange);
  const walletId = walletListed(exchange);
  const movements = walletId === undefined ? undefined : items(exchange);
  if (shown !== undefined || walletId === undefined || movements === undefined) return shown;
  const sum = movements.reduce<number>((total, movement) => total + effectOf(movement, walletId), 0);
  return Number.isNaN(sum) ? undefined : { ledger: sum, available: sum };
}

/**
 * By how much a balance of the card or wallet at a path rose from its first read to its last, minor units; undefined without two
 * reads. A list of movements is a read only of a wallet that shows no balance itself.
 */
export function riseOf(
  exchanges: readonly Exchange[],
  path: string,
  book: keyof Balances = 'available',
): number | undefined {
  const about = exchanges.filter((exchange) => accountOf(exchange) === path);
  const shown = about.map(balancesOf).filter((balances) => balances !== undefined);
  const reads = shown.length > 0 ? shown : about.map(shownBalance).filter((balances) => balances !== undefined);
  const [first, final] = [reads[0], reads.at(-1)];
  return first === undefined || final === undefined || reads.length < 2 ? undefined : final[book] - first[book];
}

const settled: readonly Json[] = [transferStatus.Approved, transferStatus.Partial];

/** What a movement did to the wallet, minor units; NaN for an amount of no known form. */
export function effectOf(movement: Json, walletId: string): number {
  const status = at(movement, '/transStatus');
  if (status !== undefined && !settled.includes(status)) return 0;
  const amount = at(movement, '/amount');
  const units = Math.abs(typeof amount === 'number' ? amount : (fromAmountText(asText(amount)) ?? Number.NaN));
  return asText(at(movement, '/sourceWalletId')) === walletId ? -units : units;
}
