import type { Faults } from './fault.js';
import { reshaping, spoiling } from './plant-answers.js';

/** Faults of what was sent: an object shows something else than it was given. */
export const keptFaults: Faults = {
  'lifecycle/refused-update-changes-alias': spoiling('updateCard', ({ pathId }, { store }) => {
    store.cards.update(Number(pathId), { alias: 'changed by a refused call' });
  }),
  'lifecycle/details-show-another-alias': reshaping('getCardDetails', (members) => ({
    ...members,
    alias: 'Somebody else',
  })),
  'wallets/name-of-another-wallet': reshaping('getWallet', (members) => ({ ...members, name: 'Operating funds' })),
  'identity/approved-cardholder-is-another-person': reshaping('getCardholder', (members) =>
    members['status'] === 1 ? { ...members, ...stranger } : members,
  ),
};

/** A person nobody sent. */
const stranger = {
  firstName: 'Nobody',
  lastName: 'Sent',
  dob: '1970-02-03',
  emailAdr: 'nobody.sent@example.com',
  cellNum: '4155550000',
};
