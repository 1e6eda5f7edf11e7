import { amountTextForm } from '../../contract/money/amount-text.js';
import { fromDecimal } from '../../contract/money/decimal-amount.js';
import type { Exchange, Json } from '../../trace/exchange.js';
import { mayHaveTakenEffect } from '../../trace/may-have-taken-effect.js';
import { idOf, requestOf } from '../../trace/transitions/json-members.js';
import { asText, isAccepted, member, numberMember, tookEffect } from '../../verdict/checks/answer.js';
import { cardHolder, walletHolder, type HolderId } from '../holder.js';
import type { GatheredFacts } from './gathered-facts.js';
import type { CallOutcome, Sighted } from './money-facts.js';

type Reader = (exchange: Exchange, seen: Sighted, facts: GatheredFacts) => void;

/** What each call that opens an account or moves money adds to the facts. */
const readers: Readonly<Record<string, Reader>> = {
  issueVirtualCard: opening('cardId', cardHolder),
  issuePhysicalCard: opening('cardId', cardHolder),
  createWallet: opening('walletId', walletHolder),
  registerBankAccount: (exchange, _seen, { registrations }) => {
    const cardholderId = exchange.request.path.split('/')[2];
    if (cardholderId === undefined || outcomeOf(exchange) === 'refused') return;
    const sender = asText(requestOf(exchange)['senderAccountNumber']);
    const depositId = idOf(member(exchange, 'depositId', 'number')) ?? idOf(exchange.adopted?.id);
    registrations.push({ cardholderId, sender, depositId, confirmed: false });
  },
  simulateBankAccountConfirmation: (exchange, _seen, { registrations }) => {
    const id = exchange.request.path.split('/')[3];
    const index = registrations.findLastIndex(({ depositId }) => depositId === id);
    const registration = registrations[index];
    if (registration !== undefined && isAccepted(exchange)) registrations[index] = { ...registration, confirmed: true };
  },
  simulateCryptoDeposit: (exchange, seen, { deposits }) => {
    const { amount, asset } = requestOf(exchange);
    const [id, units] = [exchange.request.path.split('/')[3], decimalIn(amount)];
    if (id === undefined || units === null) return;
    const bank = { sender: '', reference: '' };
    const crypto = {
      rail: 'crypto',
      holder: cardHolder(id),
      amount: units,
      asset: asText(asset).toUpperCase(),
    } as const;
    deposits.push({ ...crypto, ...bank, outcome: outcomeOf(exchange), seen });
  },
  simulateBankDeposit: (exchange, seen, { deposits }) => {
    const { cardId, walletId, amount, senderAccountNumber, reference } = requestOf(exchange);
    const [holder, units] = [holderOf(cardId, walletId), decimalIn(amount)];
    if (holder === null || units === null) return;
    const bank = { rail: 'bank', sender: asText(senderAccountNumber), reference: asText(reference) } as const;
    deposits.push({ ...bank, holder, amount: units, asset: '', outcome: outcomeOf(exchange), seen });
  },
  notifyCardBankDeposit: noticing(cardHolder),
  notifyWalletBankDeposit: noticing(walletHolder),
  simulateCardSpend: (exchange, seen, { spends }) => {
    const { amount, merchantName, merchantCurrency, outcome } = requestOf(exchange);
    const [id, units] = [exchange.request.path.split('/')[3], decimalIn(amount)];
    if (id === undefined || units === null) return;
    spends.push({
      holder: cardHolder(id),
      amount: units,
      merchantName: asText(merchantName),
      merchantCurrency: typeof merchantCurrency === 'string' ? merchantCurrency : null,
      wanted: outcome === 'decline' ? 'decline' : 'approve',
      outcome: outcomeOf(exchange),
      seen,
    });
  },
  transferFromWallet: (exchange, seen, { transfers }) => {
    const { sourceWalletId, destinationType, destinationId, amount, description } = requestOf(exchange);
    const [from, to] = [idOf(sourceWalletId), idOf(destinationId)];
    if (from === null || to === null || typeof amount !== 'number' || !Number.isSafeInteger(amount)) return;
    transfers.push({
      source: walletHolder(from),
      destination: destinationType === 1 ? cardHolder(to) : walletHolder(to),
      amount,
      description: asText(description),
      outcome: outcomeOf(exchange),
      transId: idOf(member(exchange, 'transId', 'number') ?? member(exchange, 'transId', 'string')),
      status: isAccepted(exchange) ? (numberMember(exchange, 'transStatus') ?? null) : null,
      seen,
    });
  },
};

/** Adds what an exchange of the target says about accounts and movements. */
export function readMoneyCall(exchange: Exchange, seen: Sighted, facts: GatheredFacts): void {
  readers[exchange.operationId ?? '']?.(exchange, seen, facts);
}

function opening(name: string, holderOf: (id: string) => HolderId): Reader {
  return (exchange, seen, { openings }) => {
    const id = idOf(member(exchange, name, 'number')) ?? idOf(exchange.adopted?.id);
    if (id === null || !tookEffect(exchange)) return;
    const cardholderId = name === 'cardId' ? (exchange.request.path.split('/')[3] ?? null) : null;
    openings.set(holderOf(id), { holder: holderOf(id), cardholderId, seen });
  };
}

function noticing(holderOf: (id: string) => HolderId): Reader {
  return (exchange, seen, { notices }) => {
    const [id, amount] = [exchange.request.path.split('/')[2], requestOf(exchange)['transactionAmount']];
    if (id === undefined || typeof amount !== 'number' || !Number.isSafeInteger(amount)) return;
    notices.push({ holder: holderOf(id), amount, outcome: outcomeOf(exchange), seen });
  };
}

function holderOf(cardId: Json | undefined, walletId: Json | undefined): HolderId | null {
  const [card, wallet] = [idOf(cardId), idOf(walletId)];
  if (card !== null) return cardHolder(card);
  return wallet === null ? null : walletHolder(wallet);
}

/** An amount as simulations take it; null for a text that is none. Source: docs/simulation-endpoints. */
function decimalIn(value: Json | undefined): number | null {
  return typeof value === 'string' && amountTextForm(value) !== undefined ? fromDecimal(value) : null;
}

function outcomeOf(exchange: Exchange): CallOutcome {
  if (isAccepted(exchange)) return 'accepted';
  return mayHaveTakenEffect(exchange) ? 'unknown' : 'refused';
}
