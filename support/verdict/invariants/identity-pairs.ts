import { exchanges, told, type InvariantPair } from './traffic.js';

const issued = told('issueVirtualCard', '/cards/virtual/7', { cardId: 80 });
const shown = (cardholderId: number) => told('getCard', '/cards/80', { cardId: 80, cardholderId });

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
};
