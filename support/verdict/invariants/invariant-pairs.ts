import type { LifecycleName } from '../../lifecycle/lifecycle.js';
import type { Exchange, Json } from '../../trace/exchange.js';
import type { ObservedTransition } from '../../trace/recorder.js';
import { page, said } from '../checks/pair-builders.js';
import { identityPairs } from './identity-pairs.js';
import { keptPairs } from './kept-pairs.js';
import { listPairs } from './list-pairs.js';
import { ownershipPairs } from './ownership-pairs.js';
import { timePairs } from './time-pairs.js';
import { exchanges, type InvariantPair } from './traffic.js';

const balance = (ledger: number, available: number, currency = 0) =>
  said(
    { ledgerBalance: ledger, availableBalance: available, currency },
    { operationId: 'getCardBalance', path: '/cards/7/balance' },
  );
const card = (members: Readonly<Record<string, Json>>) => said(members, { operationId: 'getCard', path: '/cards/7' });
const wallet = (members: Readonly<Record<string, Json>>) =>
  said(members, { operationId: 'getWallet', path: '/wallets/2' });
const item = (operationId: string, members: Readonly<Record<string, Json>>) => page([members], { operationId });
const created = (operationId: string, member: string, id: number) => said({ [member]: id }, { operationId });

/** One member of one object, read twice. */
function twice(read: (value: Json) => Exchange, same: Json, other: Json): InvariantPair {
  return { met: exchanges(read(same), read(same)), violated: exchanges(read(same), read(other)) };
}

function ids(operationId: string, member: string): InvariantPair {
  const one = created(operationId, member, 1);
  return {
    met: exchanges(one, created(operationId, member, 2)),
    violated: exchanges(one, created(operationId, member, 1)),
  };
}

function steps(entity: LifecycleName, from: string, to: string, transition: string): InvariantPair {
  const step = (id: string): ObservedTransition => ({
    ...{ entity, entityId: '7', from, to, transition: id, collapsed: false },
    ...{ scenario: 'fixture', exchangeId: 'x-000001', at: '2026-01-01T00:00:00.000Z' },
  });
  return { met: { transitions: [step(transition)] }, violated: { transitions: [step('unlisted')] } };
}

/** Traffic for every invariant of the table, by id. */
export const invariantPairs: Readonly<Record<string, InvariantPair>> = {
  'balance-never-negative': { met: exchanges(balance(0, 0)), violated: exchanges(balance(5, -1)) },
  'available-within-ledger': { met: exchanges(balance(5, 5)), violated: exchanges(balance(5, 6)) },
  'one-currency': {
    met: exchanges(balance(0, 0), wallet({ walletCurrencyId: 0 })),
    violated: exchanges(balance(0, 0), wallet({ walletCurrencyId: 3 })),
  },
  'cardholder-lifecycle': steps('cardholder', 'approved', 'draft', 'approved'),
  'card-start': steps('card', 'none', 'closed', 'issued'),
  'card-lifecycle': steps('card', 'closed', 'active', 'closed'),
  'transfer-lifecycle': steps('transfer', 'declined', 'approved', 'approved'),
  'deposit-lifecycle': steps('deposit', 'available', 'ledger', 'bank-cleared'),
  'otp-lifecycle': steps('otp', 'unsubscribed', 'received', 'unsubscribed'),
  'card-type-stable': twice((type) => card({ type }), 'virtual', 'physical'),
  'card-holder-stable': twice((cardholderId) => card({ cardholderId }), 1, 2),
  'card-number-stable': twice((maskedCardNumber) => card({ maskedCardNumber }), '************1234', '************1235'),
  'card-currency-stable': twice((value) => balance(0, 0, Number(value)), 0, 3),
  'wallet-currency-stable': twice((walletCurrencyId) => wallet({ walletCurrencyId }), 0, 3),
  'purchase-card-stable': twice((cardId) => item('listCardTransactions', { transId: '1', cardId }), 7, 8),
  'purchase-reference-stable': twice(
    (authRefNum) => item('listCardTransactions', { transId: '1', authRefNum }),
    'A',
    'B',
  ),
  'fee-amount-stable': twice((amount) => item('listCardFees', { feeId: 1, amount }), '0.30', '0.31'),
  'transfer-amount-stable': twice((amount) => item('listWalletTransactions', { transId: 1, amount }), 5, 6),
  'cardholder-creation-stable': twice(
    (dateCreated) => said({ dateCreated }, { operationId: 'getCardholder', path: '/cardholders/7' }),
    '2026-01-01T00:00:00Z',
    '2026-01-02T00:00:00Z',
  ),
  'wallet-creation-stable': twice((dateCreated) => wallet({ dateCreated }), '1767225600', '1767225601'),
  'list-keeps-to-filter': {
    met: exchanges(page([{ cardId: 7 }, {}], { operationId: 'listCardFees', query: { cardId: '7' } })),
    violated: exchanges(page([{ cardId: 7 }, { cardId: 8 }], { operationId: 'listCardFees', query: { cardId: '7' } })),
  },
  'list-totals-fit': {
    met: exchanges(page([{}, {}])),
    violated: exchanges(page([{}, {}], {}, 1)),
  },
  'wallet-ids-unique': ids('createWallet', 'walletId'),
  'cardholder-ids-unique': ids('createCardholder', 'cardholderId'),
  'card-ids-unique': ids('issueVirtualCard', 'cardId'),
  'transfer-ids-unique': ids('transferFromWallet', 'transId'),
  ...identityPairs,
  ...ownershipPairs,
  ...timePairs,
  ...listPairs,
  ...keptPairs,
};
