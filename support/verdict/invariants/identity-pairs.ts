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

/** A cardholder that was created with this mail address. */
const sent = (cardholderId: number, emailAdr: string) =>
  told('createCardholder', '/cardholders', { cardholderId }, { request: { emailAdr } });
/** The card as a view shows it with a mail address. */
const mailed = (emailAdr: string) => view('getCard', { emailAdr });
/** A code that a subscription shows. */
const coded = (token: string, code: string) => told('getOtp', `/otp/${token}`, { status: 'received', code });

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
  'nobody-elses-details': {
    // A value in another form than was sent is nobody's.
    met: exchanges(
      sent(7, 'a@example.com'),
      sent(8, 'b@example.com'),
      issued,
      mailed('A@EXAMPLE.COM'),
      mailed('a@example.com'),
    ),
    violated: exchanges(sent(7, 'a@example.com'), sent(8, 'b@example.com'), issued, mailed('b@example.com')),
  },
  'codes-differ': {
    met: exchanges(coded('a', '111111'), coded('b', '111111'), coded('c', '222222')),
    violated: exchanges(coded('a', '111111'), coded('b', '111111'), coded('c', '111111')),
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
