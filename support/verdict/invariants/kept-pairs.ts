import { said } from '../checks/pair-builders.js';
import { exchanges as plain, told, type InvariantPair } from './traffic.js';
import type { Exchange } from '../../trace/exchange.js';

/** Calls of steps. */
const exchanges = (...all: readonly Exchange[]) => plain(...all.map((each) => ({ ordinal: 1, ...each })));

const issued = told('issueVirtualCard', '/cards/virtual/7', { cardId: 80 }, { request: { alias: 'Travel' } });
const update = (status: number) =>
  said(
    { status: status === 200 ? 'success' : 'error' },
    { operationId: 'updateCard', path: '/cards/80/update', request: { alias: 'Hotel' }, status },
  );
const card = (alias: string | null) => told('getCard', '/cards/80', { alias });
const wallet = (name: string) => told('getWallet', '/wallets/2', { name });
const created = told('createWallet', '/wallets', { walletId: 2 }, { request: { name: 'Fuel' } });
const born = told(
  'createCardholder',
  '/cardholders',
  { cardholderId: 7 },
  { request: { lastName: 'Sample', gender: 1 } },
);
const holder = (firstName: string, lastName: string, dob: string) =>
  told('getCardholder', '/cardholders/7', { firstName, lastName, dob, gender: 1 });
const edit = told('updateCardholder', '/cardholders/7', {}, { request: { lastName: 'Other' } });

/** Traffic for the invariants about what was sent. */
export const keptPairs: Readonly<Record<string, InvariantPair>> = {
  'card-alias-as-sent': {
    met: exchanges(
      issued,
      // Seen before the change that was lost is on record.
      { ...card('Hotel'), ordinal: undefined } as unknown as Exchange,
      card('Travel'),
      card(null),
      update(400),
      card('TRAVEL'),
      update(503),
      card('x'),
      update(200),
      card('Hotel'),
    ),
    violated: exchanges(issued, update(400), card('Hotel'), card('Hotel')),
  },
  'wallet-name-as-sent': {
    met: exchanges(created, wallet('Fuel'), wallet('Fu')),
    violated: exchanges(created, wallet('Operating funds'), wallet('')),
  },
  'cardholder-as-sent': {
    met: exchanges(born, holder('A', 'Sample', 'B'), edit, holder('A', 'Other', 'B')),
    violated: exchanges(born, holder('A', 'Strange', 'B'), holder('A', 'Strange', 'B')),
  },
  'cardholder-one-person': {
    met: exchanges(
      ...[holder('A', 'B', 'C'), holder('A', 'D', 'E'), edit, holder('X', 'Y', 'Z')],
      // Another shard has other labels for the same person.
      { ...holder('K', 'L', 'M'), id: 'x-102000001' },
    ),
    violated: exchanges(holder('A', 'B', 'C'), holder('X', 'Y', 'Z')),
  },
};
