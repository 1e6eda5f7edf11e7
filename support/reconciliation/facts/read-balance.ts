import type { Exchange } from '../../trace/exchange.js';
import { answered, isAccepted, member } from '../../verdict/checks/answer.js';
import { balancesOf } from '../../verdict/checks/evaluators/balances-of.js';
import { requestOf, stateOf } from '../../trace/transitions/json-members.js';
import { cardHolder, walletHolder, type HolderId } from '../holder.js';
import type { CardState, Reading, Sighted } from './money-facts.js';

/** Reads that show both balances, with the holder their path names. */
const balanceReads: Readonly<Record<string, (id: string) => HolderId>> = {
  getCardBalance: cardHolder,
  getWallet: walletHolder,
};

/** The balances an exchange shows, or null. Source: docs/accounts-wallets-and-deposit-addresses. */
export function readingOf(exchange: Exchange, seen: Sighted): Reading | null {
  const holderOf = balanceReads[exchange.operationId ?? ''];
  const id = exchange.request.path.split('/')[2];
  if (holderOf === undefined || id === undefined || !isAccepted(exchange)) return null;
  const shown = balancesOf(exchange);
  if (shown === undefined || !Number.isSafeInteger(shown.ledger) || !Number.isSafeInteger(shown.available)) return null;
  return { holder: holderOf(id), ...shown, seen };
}

/** Reads that show the state of one card. */
const stateReads: ReadonlySet<string> = new Set(['getCard', 'getCardDetails', 'issueVirtualCard', 'issuePhysicalCard']);

/** The state of a card an exchange shows or sets, or null. */
export function readCardState(exchange: Exchange, seen: Sighted): CardState | null {
  if (exchange.operationId === 'setCardStatus') return stateSet(exchange, seen);
  if (!stateReads.has(exchange.operationId ?? '') || !isAccepted(exchange)) return null;
  const status = stateOf(member(exchange, 'issuerCardStatus', 'number'));
  const id = cardIdOf(exchange);
  if (id === null || typeof status !== 'number') return null;
  return { holder: cardHolder(id), issuerCardStatus: status, seen };
}

function stateSet(exchange: Exchange, seen: Sighted): CardState | null {
  const { newStatus } = requestOf(exchange);
  const id = exchange.request.path.split('/')[2];
  if (id === undefined || typeof newStatus !== 'number' || !isAccepted(exchange)) return null;
  return { holder: cardHolder(id), issuerCardStatus: newStatus, seen };
}

function cardIdOf(exchange: Exchange): string | null {
  const shown = answered(exchange) === undefined ? undefined : member(exchange, 'cardId', 'number');
  if (typeof shown === 'number') return String(shown);
  return exchange.request.method === 'GET' ? (exchange.request.path.split('/')[2] ?? null) : null;
}
