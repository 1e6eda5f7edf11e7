import type { JsonObject } from '../http/call.js';
import { fromDecimal, toDecimal } from '../../contract/money/decimal-amount.js';
import { add } from '../money/account.js';
import type { Program } from '../program.js';
import type { Fault, Faults } from './fault.js';
import { behaving, relisting, together } from './plant-answers.js';
import { booking } from './plant-decisions.js';

/** Faults of the three data sets: purchases, fees and wallet movements. */
export const dataSetFaults: Faults = {
  'data-sets/purchase-amount-off-by-one': relisting('listCardTransactions', (items) =>
    items.map((item) => ({ ...item, amount: toDecimal(amountOf(item) + 1) })),
  ),
  'data-sets/purchase-decimal-point-misplaced': relisting('listCardTransactions', (items) =>
    items.map((item) => ({ ...item, amount: toDecimal(amountOf(item) * 100) })),
  ),
  'data-sets/purchase-in-the-merchants-currency': relisting('listCardTransactions', (items) =>
    items.map((item) => ({ ...item, amount: item['merchantAmount'] ?? null })),
  ),
  'data-sets/fee-among-purchases': listedWith('listCardTransactions', ({ store }, cardId) =>
    store.fees
      .all()
      .filter((fee) => fee.cardId === cardId)
      .map((fee) => ({
        ...{ cardId: fee.cardId, cardholderId: fee.cardholderId, transId: `F${String(fee.id)}` },
        ...{ authRefNum: fee.authRefNum, amount: toDecimal(fee.amount), description: 'FX fee', transStatus: 2 },
        dateCreated: new Date(fee.createdAt).toISOString(),
      })),
  ),
  'data-sets/purchase-among-movements': listedWith('listWalletTransactions', ({ store }) =>
    store.transactions.all().map((purchase) => ({
      ...{ transId: purchase.id, type: 'wallet-to-card', amount: purchase.amount, destinationType: 1 },
      ...{ destinationId: purchase.cardId, transStatus: 1, dateCreated: new Date(purchase.createdAt).toISOString() },
    })),
  ),
  'data-sets/transfer-among-purchases': listedWith('listCardTransactions', ({ store }, cardId) =>
    store.walletMovements
      .all()
      .filter((movement) => movement.destinationType === 1 && movement.destinationId === cardId)
      .map((movement) => ({
        ...{ cardId, transId: String(movement.id), authRefNum: `W${String(movement.id)}` },
        ...{ amount: toDecimal(movement.amount), description: 'Transfer', transStatus: 2 },
        dateCreated: new Date(movement.createdAt).toISOString(),
      })),
  ),
  'data-sets/transfer-missing-from-movements': relisting('listWalletTransactions', (items) =>
    items.filter((item) => item['type'] === 'bank-deposit'),
  ),
  'data-sets/one-reference-for-all': together(
    ...['listCardTransactions', 'listCardFees'].map((operation) =>
      relisting(operation, (items) => items.map((item) => ({ ...item, authRefNum: 'A000000001' }))),
    ),
  ),
  'data-sets/orphan-fee': relisting('listCardFees', (items) =>
    items.map((item) => ({ ...item, authRefNum: `X${String(Number(item['feeId']))}` })),
  ),
  'data-sets/foreign-purchase-without-fee': relisting('listCardFees', () => []),
  'data-sets/fee-charged-twice': relisting('listCardFees', (items) =>
    items.flatMap((item) => [item, { ...item, feeId: Number(item['feeId']) + 500_000 }]),
  ),
  'data-sets/declined-listed-as-cleared': relisting('listCardTransactions', (items) =>
    items.map((item) => (item['transStatus'] === 4 ? { ...item, transStatus: 2 } : item)),
  ),
  'data-sets/declined-spend-moves-money': behaving('simulateCardSpend', (call, program, sound) => {
    const reply = sound(call, program);
    const card = program.store.cards.get(Number(call.pathId));
    const purchase = program.store.transactions.all().at(-1);
    if (card !== null && purchase?.state === 'declined') {
      const by = { ledger: -purchase.amount, available: -purchase.amount };
      program.store.cards.update(card.id, { account: add(card.account, by) });
    }
    return reply;
  }),
  'data-sets/purchase-charges-nothing': booking((asked) => (asked.occasion.startsWith('spend') ? [] : [asked])),
};

function amountOf(item: JsonObject): number {
  const amount = item['amount'];
  return typeof amount === 'string' ? fromDecimal(amount) : 0;
}

/** A list that holds more than belongs to it, at its end. */
function listedWith(operation: string, more: (program: Program, cardId: number) => readonly JsonObject[]): Fault {
  return relisting(operation, (items, { query }, program) => [...items, ...more(program, Number(query['cardId']))]);
}
