import type { LifecycleName } from '../../lifecycle/lifecycle.js';
import type { Exchange, Json } from '../exchange.js';
import { mayHaveTakenEffect } from '../may-have-taken-effect.js';
import { answerOf, idOf, itemsOf, requestOf, segment, stateOf, succeeded, type Members } from './json-members.js';
import { sighting, type Sighting } from './sighting.js';

type Reader = (exchange: Exchange) => readonly Sighting[];

/** What each operation says about the entities of the lifecycles. An operation that is not listed says nothing. */
const readers: Readonly<Record<string, Reader>> = {
  createCardholder: creation('cardholder', 'cardholderId', 'cardholderStatus'),
  getCardholder: (exchange) => one('cardholder', segment(exchange, 1), { value: cardholderStatus(answerOf(exchange)) }),
  listCardholders: (exchange) =>
    itemsOf(exchange).flatMap((item) =>
      one('cardholder', idOf(item['cardholderId']), { value: cardholderStatus(item), listed: true }),
    ),
  submitKyc: event('cardholder', 1),
  refreshKycUrl: event('cardholder', 1),
  submitSumsubToken: event('cardholder', 1),
  updateCardholder: event('cardholder', 1),
  simulateKycResult: (exchange) => {
    const { cardholderId, result } = requestOf(exchange);
    const guard = chosen(result, { pass: 'result-pass', fail: 'result-fail' });
    return one('cardholder', idOf(cardholderId), { event: exchange.operationId, guard });
  },

  issueVirtualCard: creation('card', 'cardId', 'issuerCardStatus'),
  issuePhysicalCard: creation('card', 'cardId', 'issuerCardStatus'),
  getCard: (exchange) => one('card', segment(exchange, 1), { value: stateOf(answerOf(exchange)['issuerCardStatus']) }),
  getCardDetails: (exchange) =>
    one('card', segment(exchange, 1), { value: stateOf(answerOf(exchange)['issuerCardStatus']) }),
  listCards: (exchange) =>
    itemsOf(exchange).flatMap((item) =>
      one('card', idOf(item['cardId']), { value: stateOf(item['issuerCardStatus']), listed: true }),
    ),
  activateCard: event('card', 1),
  updateCardPin: event('card', 1),
  setCardStatus: (exchange) => {
    const guard = chosen(requestOf(exchange)['newStatus'], { 1: 'new-status-active', 2: 'new-status-on-hold' });
    return one('card', segment(exchange, 1), { event: exchange.operationId, guard });
  },

  registerBankAccount: creation('deposit', 'depositId', null),
  registerWalletAddress: creation('deposit', 'depositId', null),
  notifyCardBankDeposit: creation('deposit', 'depositId', null),
  notifyCardBlockchainDeposit: creation('deposit', 'depositId', null),
  notifyWalletBankDeposit: creation('deposit', 'depositId', null),
  notifyWalletBlockchainDeposit: creation('deposit', 'depositId', null),
  simulateBankAccountConfirmation: (exchange) =>
    one('deposit', segment(exchange, 2), { event: exchange.operationId, proven: true }),

  subscribeOtp: creation('otp', 'token', null),
  getOtp: (exchange) => {
    const { status, code } = answerOf(exchange);
    return one('otp', segment(exchange, -1), { value: stateOf(status), variant: idOf(code) });
  },
  unsubscribeOtp: (exchange) => one('otp', segment(exchange, -1), { event: exchange.operationId, proven: true }),

  transferFromWallet: creation('transfer', 'transId', 'transStatus'),
  listWalletTransactions: (exchange) =>
    itemsOf(exchange)
      .filter((item) => typeof item['transStatus'] === 'number')
      .flatMap((item) => one('transfer', idOf(item['transId']), { value: stateOf(item['transStatus']) })),
};

/**
 * Reads the sightings of a masked exchange. A refusal says nothing, nor does a call that never arrived; one whose answer is
 * lost, or took a gateway's or a failing server's place, may have taken effect and proves nothing.
 */
export function sightingsOf(exchange: Exchange): readonly Sighting[] {
  const reader = readers[exchange.operationId ?? ''];
  if (reader === undefined) return [];
  if (succeeded(exchange)) return reader(exchange);
  if (!mayHaveTakenEffect(exchange)) return [];
  const unsure = { created: false, answered: false, value: null, proven: false } as const;
  return reader(exchange).flatMap((seen) => (seen.event === null ? [] : [{ ...seen, ...unsure }]));
}

/** `state` names the member that shows the first state; null where the answer alone proves the creation. */
function creation(entity: LifecycleName, id: string, state: string | null): Reader {
  return (exchange) => {
    const answer = answerOf(exchange);
    const value = state === null ? null : stateOf(answer[state]);
    const proven = state === null;
    return one(entity, idOf(answer[id]), { created: true, event: exchange.operationId, value, proven });
  };
}

function event(entity: LifecycleName, place: number): Reader {
  return (exchange) => one(entity, segment(exchange, place), { event: exchange.operationId });
}

function one(entity: LifecycleName, id: string | null, more: Parameters<typeof sighting>[2]): readonly Sighting[] {
  return id === null ? [] : [sighting(entity, id, more)];
}

/** The member `status` is an envelope word in some answers; only an integer is a cardholder's status. */
function cardholderStatus(members: Members): number | null {
  return typeof members['status'] === 'number' ? members['status'] : null;
}

function chosen(value: Json | undefined, guards: Readonly<Record<string, string>>): string | null {
  return typeof value === 'string' || typeof value === 'number' ? (guards[value] ?? null) : null;
}
