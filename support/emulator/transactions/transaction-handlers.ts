import { findCardholder } from '../cardholders/find-cardholder.js';
import { lastNameOf } from '../cardholders/cardholder.js';
import { toDecimal } from '../../contract/money/decimal-amount.js';
import type { Handlers } from '../http/call.js';
import { listReply, type ListSpec } from '../lists/list-reply.js';
import type { Program } from '../program.js';
import { simulateCardSpend } from './spend.js';
import { type Fee, type Transaction, transactionStatus } from './transaction.js';

/** Card spend and its fees: two of the three data sets that never overlap. Source: docs/transactions-and-fees. */
export const transactionHandlers: Handlers = {
  listCardTransactions: (call, program) => listReply(program.store.transactions.all(), call, transactionSpec(program)),
  listCardFees: (call, program) => listReply(program.store.fees.all(), call, feeSpec),
  simulateCardSpend,
};

/** How far back the transaction list looks by default: 90 days. Source: reference/get_cards-transactions. */
const defaultWindowSeconds = 90 * 86_400;

/** transType of a purchase; the values are unknown, ours is 1 for every one. */
const purchaseType = 1;

function transactionSpec(program: Program): ListSpec<Transaction> {
  const status = (transaction: Transaction): number => transactionStatus[transaction.state];
  return {
    filters: {
      cardId: (transaction) => transaction.cardId,
      cardholderId: (transaction) => transaction.cardholderId,
      transId: (transaction) => transaction.id,
      transStatus: status,
      transType: () => purchaseType,
    },
    // The vendor's page lists the cardholder list's keys here (O4); each is served with its plain meaning.
    orders: {
      cardholderId: (transaction) => transaction.cardholderId,
      status,
      lastName: (transaction) => lastNameOf(findCardholder(program, transaction.cardholderId)),
      dateCreated: (transaction) => transaction.createdAt,
    },
    defaultOrder: 'dateCreated',
    createdAt: (transaction) => transaction.createdAt,
    defaultWindowSeconds,
    view: (transaction) => ({
      cardId: transaction.cardId,
      cardholderId: transaction.cardholderId,
      transId: transaction.id,
      authRefNum: transaction.authRefNum,
      amount: toDecimal(transaction.amount),
      description: transaction.merchantName,
      transStatus: status(transaction),
      transType: purchaseType,
      merchantName: transaction.merchantName,
      merchantCurrency: transaction.merchantCurrency,
      merchantAmount: toDecimal(transaction.merchantAmount),
      dateCreated: new Date(transaction.createdAt).toISOString(),
    }),
  };
}

const feeSpec: ListSpec<Fee> = {
  filters: { cardId: (fee) => fee.cardId, cardholderId: (fee) => fee.cardholderId },
  orders: { dateCreated: (fee) => fee.createdAt },
  defaultOrder: 'dateCreated',
  createdAt: (fee) => fee.createdAt,
  defaultWindowSeconds: null,
  view: (fee) => ({
    feeId: fee.id,
    cardId: fee.cardId,
    cardholderId: fee.cardholderId,
    authRefNum: fee.authRefNum,
    feeType: fee.feeType,
    amount: toDecimal(fee.amount),
    merchantAmount: toDecimal(fee.merchantAmount),
    dateCreated: new Date(fee.createdAt).toISOString(),
  }),
};
