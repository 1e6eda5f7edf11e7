import type { Json } from '../../trace/exchange.js';
import { exchanges, told, type InvariantPair } from './traffic.js';

const issued = told('issueVirtualCard', '/cards/virtual/7', { cardId: 80 });
const card = (createdDatetime: Json) => told('getCard', '/cards/80', { createdDatetime });
const wallet = (members: Readonly<Record<string, Json>>) => told('getWallet', '/wallets/2', members);
const list = (operationId: string, item: Readonly<Record<string, Json>>) =>
  told(operationId, '/list', { items: [item], total: 1, limit: 50, offset: 0 });
const purchase = (dateCreated: Json, transStatus = 2) =>
  list('listCardTransactions', { transId: '1', cardId: 80, transStatus, dateCreated });
const fee = (dateCreated: Json) => list('listCardFees', { feeId: 1, dateCreated });
const movement = (dateCreated: Json) => list('listWalletTransactions', { transId: 1, dateCreated });
const [now, later] = ['2026-01-01T00:00:00Z', '2026-01-01T00:10:00Z'];

/** Traffic for the invariants about times. */
export const timePairs: Readonly<Record<string, InvariantPair>> = {
  'created-when-asked': {
    met: exchanges(issued, card(now), card('2026-01-01 05:00:00'), card('1767225600'), card('New Year')),
    violated: exchanges(issued, card('1970-01-01T00:00:00.000Z'), card('1970-01-01T00:00:00.000Z')),
  },
  'nothing-dated-ahead': {
    met: exchanges(purchase(later), purchase('01/01/2099')),
    violated: exchanges(purchase('2099-01-01T00:00:00.000Z'), purchase(4_070_908_800)),
  },
  'nothing-before-its-card': {
    met: exchanges(issued, purchase(now)),
    violated: exchanges(issued, purchase('2025-12-01T00:00:00Z'), purchase('2025-12-01T00:00:00Z')),
  },
  'changed-after-creation': {
    met: exchanges(wallet({ dateCreated: now, dateLastModified: now }), wallet({ dateCreated: now })),
    violated: exchanges(wallet({ dateCreated: now, dateLastModified: '2001-01-01T00:00:00Z' })),
  },
  'card-creation-stable': { met: exchanges(card(now), card(now)), violated: exchanges(card(now), card(later)) },
  'purchase-creation-stable': {
    met: exchanges(purchase(now, 1), purchase(later), purchase(later, 3)),
    violated: exchanges(purchase(now), purchase(later)),
  },
  'fee-creation-stable': { met: exchanges(fee(now), fee(now)), violated: exchanges(fee(now), fee(later)) },
  'movement-creation-stable': {
    met: exchanges(movement(now), movement(now)),
    violated: exchanges(movement(now), movement(later)),
  },
};
