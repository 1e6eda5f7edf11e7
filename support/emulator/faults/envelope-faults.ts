import { toDecimal } from '../../contract/money/decimal-amount.js';
import type { Json } from '../../trace/exchange.js';
import type { Fault, Faults } from './fault.js';
import { answering, relisting, reshaping, together, withholding, type Operations } from './plant-answers.js';

const balances = ['getCardBalance'] as const;

/** Faults of status codes, media types, envelopes and types of members. */
export const envelopeFaults: Faults = {
  'types/cardholder-id-as-text': retyping('createCardholder', 'cardholderId', String),
  'types/cardholder-status-as-text': retyping('getCardholder', 'status', String),
  'types/cardholder-status-missing': withholding('getCardholder', 'status'),
  'types/card-id-as-text': retyping('issueVirtualCard', 'cardId', String),
  'types/card-status-as-word': retyping('getCard', 'issuerCardStatus', (value) => (value === 1 ? 'active' : 'other')),
  'types/addresses-as-object': retyping('issueVirtualCard', 'cryptoAddresses', (value) => ({ first: value })),
  'types/balance-as-decimal-text': together(
    retyping(balances, 'ledgerBalance', asDecimal),
    retyping(balances, 'availableBalance', asDecimal),
  ),
  'types/balance-with-fraction': retyping(balances, 'availableBalance', (value) => Number(value) + 0.5),
  'types/available-balance-missing': withholding(balances, 'availableBalance'),
  'types/balance-currency-as-code': retyping(balances, 'currency', () => 'USD'),
  'types/purchase-amount-as-number': relisting('listCardTransactions', (items) =>
    items.map((item) => ({ ...item, amount: Number(item['amount']) })),
  ),
  'types/fee-amount-as-number': relisting('listCardFees', (items) =>
    items.map((item) => ({ ...item, amount: Number(item['amount']) })),
  ),
  'types/total-as-text': retyping('listCardholders', 'total', String),
  'envelope/list-answered-203': answering('listCardholders', (reply) => ({ ...reply, status: 203 })),
  'envelope/body-truncated': answering('getCardholder', (reply) => ({
    ...reply,
    headers: { ...reply.headers, 'content-type': 'application/json; charset=utf-8' },
    body: { text: 'json' in reply.body ? JSON.stringify(reply.body.json).slice(0, -9) : reply.body.text },
  })),
  'envelope/body-empty': answering('listCardholders', (reply) => ({
    ...reply,
    headers: { ...reply.headers, 'content-type': 'application/json; charset=utf-8' },
    body: { text: '' },
  })),
};

/** Gives one member of an accepted answer another form. */
function retyping(operations: Operations, name: string, form: (value: Json) => Json): Fault {
  return reshaping(operations, (members) => {
    const value = members[name];
    return value === undefined ? members : { ...members, [name]: form(value) };
  });
}

/** Major units with two decimals, as the simulations write them. */
function asDecimal(minor: Json): string {
  return toDecimal(Number(minor));
}
