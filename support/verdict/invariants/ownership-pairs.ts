import { evm, fees, page, said, solana, spends } from '../checks/pair-builders.js';
import { exchanges, told, type InvariantPair } from './traffic.js';

const list = (...all: readonly string[]) => all.map((address) => ({ chain: 'c', address }));
const issued = (cardId: number, ...all: readonly string[]) =>
  told('issuePhysicalCard', '/cards/assign/7', { cardId, cryptoAddresses: list(...all) });
const read = (cardId: number, ...all: readonly string[]) =>
  told('getCard', `/cards/${String(cardId)}`, { cryptoAddresses: list(...all) });
const submitted = (cardholder: number, applicationLink: string) =>
  told('submitKyc', `/cardholders/${String(cardholder)}/kyc-submit`, { applicationLink });
const refreshed = (applicationLink: string) =>
  told('refreshKycUrl', '/cardholders/7/kyc-url/refresh', { applicationLink });
const checksummed = `0x${evm.slice(2).toUpperCase()}`;

const hidden = (cardholder: number) =>
  said({ status: 'error' }, { operationId: 'getCardholder', path: `/cardholders/${String(cardholder)}`, status: 404 });
const listed = (operationId: string, ...owners: readonly number[]) =>
  page(
    owners.map((cardholderId) => ({ cardId: 1, cardholderId })),
    { operationId },
  );
const purchase = (cardId: number, authRefNum: string, transStatus = 2) =>
  spends({ transId: '1', cardId, authRefNum, transStatus });

const fee = (authRefNum: string) => fees({ feeId: 1, authRefNum });

/** Traffic for the invariants about what is one owner's alone. */
export const ownershipPairs: Readonly<Record<string, InvariantPair>> = {
  'deposit-addresses-of-one-card': {
    met: exchanges(issued(1, evm), read(1, checksummed), issued(2, solana)),
    violated: exchanges(issued(1, evm), issued(2, checksummed, solana), read(2, evm)),
  },
  'deposit-addresses-stay': {
    met: exchanges(issued(1, evm), read(1, solana, checksummed), told('getCard', '/cards/1', {})),
    violated: exchanges(issued(1, evm), read(1, solana), read(1)),
  },
  'deposit-addresses-from-the-start': {
    met: exchanges(
      issued(1, evm),
      told('getCard', '/cards/2', { issuerCardStatus: 0, cryptoAddresses: [] }),
      told('getCard', '/cards/3', { cardStatus: 2, cryptoAddresses: [] }),
    ),
    violated: exchanges(issued(1), read(1)),
  },
  'hosted-link-of-one-cardholder': {
    met: exchanges(submitted(1, 'https://a'), submitted(2, 'https://b'), submitted(1, 'https://a')),
    violated: exchanges(submitted(1, 'https://a'), submitted(2, 'https://a'), submitted(2, 'https://a')),
  },
  'replacement-link-new': {
    met: exchanges(submitted(7, 'https://a'), refreshed('https://b'), refreshed('https://c')),
    violated: exchanges(submitted(7, 'https://a'), refreshed('https://a')),
  },
  'hidden-cardholder-unlisted': {
    met: exchanges(
      ...[told('createCardholder', '/cardholders', { cardholderId: 7 }), hidden(7), hidden(9)],
      listed('listCardholders', 7, 8),
    ),
    violated: exchanges(listed('listCards', 9), hidden(9), listed('listCardholders', 9)),
  },
  'fee-reference-of-one-card': {
    met: exchanges(
      purchase(1, 'A'),
      purchase(1, 'A'),
      purchase(2, 'B'),
      purchase(3, 'A', 4),
      purchase(4, 'B'),
      fee('A'),
    ),
    violated: exchanges(fee('A'), purchase(1, 'A'), purchase(2, 'A'), purchase(2, 'A')),
  },
};
