import type { Card } from '../cards/card.js';
import { cardLimit, cardOf } from '../cards/find-card.js';
import { credit } from '../deposits/credit.js';
import { type Call, required, textMember } from '../http/call.js';
import { ok, type Reply } from '../http/reply.js';
import { requestedAmount } from '../money/requested-amount.js';
import type { Program } from '../program.js';
import { delays } from '../timing/delays.js';
import { type Transaction, transactionTransitions } from './transaction.js';

/** FX fee on spend in another currency. Its size is ours; that there is one is docs/transactions-and-fees. */
const fxFeeBasisPoints = 150;

/**
 * A purchase at a merchant. Approved: held from the available balance, taken from the ledger when it clears. Declined
 * by the issuer's choice, by state, by limit or for lack of funds: a record without any effect on balances.
 */
export function simulateCardSpend(call: Call, program: Program): Reply {
  const card = cardOf(call, program);
  const amount = requestedAmount(call.body, 'amount');
  const merchantName = required(textMember(call.body, 'merchantName'), 'merchantName');
  const outcome = required(textMember(call.body, 'outcome'), 'outcome');
  const merchantCurrency = textMember(call.body, 'merchantCurrency') ?? program.settings.currencyCode;
  const merchantAmount =
    textMember(call.body, 'merchantAmount') === null ? amount : requestedAmount(call.body, 'merchantAmount');
  const isForeign = merchantCurrency !== program.settings.currencyCode;
  const fee = isForeign ? Math.ceil((amount * fxFeeBasisPoints) / 10_000) : 0;
  const isApproved = outcome === 'approve' && declineReason(program, card, amount, fee) === null;
  const number = program.platform.ids.next('transaction');
  const transaction = program.store.transactions.add({
    id: String(number),
    cardId: card.id,
    cardholderId: card.cardholderId,
    authRefNum: `A${program.platform.random.text('0123456789ABCDEFGHJKLMNPQRSTUVWXYZ', 9)}`,
    amount,
    state: isApproved ? 'pending' : 'declined',
    merchantName,
    merchantCurrency,
    merchantAmount,
    createdAt: call.now,
  });
  if (isApproved) hold(program, transaction, fee, call.now);
  return ok({ status: 'success', result: {} });
}

/** Why the network declines, whatever the tester asked for; null when it would approve. */
function declineReason(program: Program, card: Card, amount: number, fee: number): string | null {
  if (card.state !== 'active') return 'the card is not active';
  if (amount > cardLimit(program, card)) return 'above the transaction limit';
  return amount + fee > card.account.availableBalance ? 'insufficient funds' : null;
}

function hold(program: Program, transaction: Transaction, fee: number, now: number): void {
  const { cardId, cardholderId, authRefNum, merchantAmount } = transaction;
  const total = transaction.amount + fee;
  credit(program, { kind: 'card', id: cardId }, 'spend-held', { ledger: 0, available: -total });
  if (fee > 0) {
    const id = program.platform.ids.next('fee');
    const record = { id, cardId, cardholderId, authRefNum, feeType: 'fx', amount: fee, merchantAmount } as const;
    program.store.fees.add({ ...record, createdAt: now });
  }
  program.platform.schedule.after(now, delays.spendClearing, () => {
    clear(program, transaction.id, total);
  });
}

function clear(program: Program, id: string, total: number): void {
  const current = program.store.transactions.get(id);
  const transition = transactionTransitions.find(
    ({ from, event }) => from === current?.state && event === 'spend-cleared',
  );
  if (current === null || transition === undefined) throw new Error(`transaction ${id} cannot clear`);
  program.store.transactions.update(id, { state: transition.to });
  credit(program, { kind: 'card', id: current.cardId }, 'spend-cleared', { ledger: -total, available: 0 });
}
