import type { Faults } from './fault.js';
import { relisting, reshaping } from './plant-answers.js';

const iso = (milliseconds: number) => new Date(milliseconds).toISOString();

/** Faults of times: what was created or happened is dated otherwise. */
export const timeFaults: Faults = {
  'lifecycle/created-in-1970': reshaping('getCardholder', (members) => ({ ...members, dateCreated: iso(0) })),
  'wallets/changed-before-created': reshaping('getWallet', (members) => ({
    ...members,
    dateLastModified: '2001-01-01T00:00:00.000Z',
  })),
  'data-sets/purchases-of-1970': relisting('listCardTransactions', (items) =>
    items.map((item) => ({ ...item, dateCreated: iso(0) })),
  ),
  'data-sets/purchases-of-2099': relisting('listCardTransactions', (items) =>
    items.map((item) => ({ ...item, dateCreated: '2099-01-01T00:00:00.000Z' })),
  ),
  'data-sets/purchases-dated-at-each-read': relisting('listCardTransactions', (items, { now }) =>
    items.map((item) => ({ ...item, dateCreated: iso(now) })),
  ),
};
