import type { Json } from '../../trace/exchange.js';
import { exchanges, told, type InvariantPair } from './traffic.js';

const issued = told('issueVirtualCard', '/cards/virtual/7', { cardId: 80 });
const shown = (cardholderId: number) => told('getCard', '/cards/80', { cardId: 80, cardholderId });

const read = told('setCardStatus', '/cards/80/status', {});
const writes = { ...read, request: { ...read.request, method: 'PUT' } };
const view = (operationId: string, members: Readonly<Record<string, Json>>) =>
  told(operationId, '/cards/80', { cardId: 80, ...members });
const [masked, details] = [
  (members: Readonly<Record<string, Json>>) => view('getCard', members),
  (members: Readonly<Record<string, Json>>) => view('getCardDetails', members),
];

/** Traffic for the invariants about which object an answer shows. */
export const identityPairs: Readonly<Record<string, InvariantPair>> = {
  'answer-names-what-was-asked': {
    met: exchanges(told('getWallet', '/wallets/2', { walletId: 2 })),
    violated: exchanges(told('getWallet', '/wallets/2', { walletId: 3 })),
  },
  'card-of-its-cardholder': {
    met: exchanges(issued, shown(7)),
    violated: exchanges(issued, shown(8), shown(8)),
  },
  'card-views-agree': {
    // What changes by itself changes once, and a call may change it back.
    met: exchanges(
      ...[masked({ transactionLimit: 5 }), details({ transactionLimit: 6 }), masked({ transactionLimit: 6 })],
      ...[writes, masked({ transactionLimit: 5 }), details({})],
    ),
    violated: exchanges(
      ...[masked({ transactionLimit: 5 }), details({ transactionLimit: 6 }), masked({ transactionLimit: 5 })],
      details({ transactionLimit: 6 }),
    ),
  },
};
