import type { Call, JsonObject } from '../http/call.js';
import type { Program } from '../program.js';
import type { Faults } from './fault.js';
import { reshaping } from './plant-answers.js';

/** Faults of identity: an object is shown as another one, or with what belongs to another one. */
export const identityFaults: Faults = {
  'identity/cardholder-read-under-another-number': reshaping('getCardholder', renumbered('cardholderId')),
  'identity/card-read-under-another-number': reshaping(['getCard', 'getCardDetails'], renumbered('cardId')),
  'identity/wallet-read-under-another-number': reshaping('getWallet', renumbered('walletId')),
  'identity/details-show-another-state': reshaping('getCardDetails', (members) =>
    members['issuerCardStatus'] === 1 ? { ...members, issuerCardStatus: 2 } : members,
  ),
  'identity/mail-address-of-another-cardholder': reshaping(['getCard', 'getCardDetails'], ofAnother('emailAdr')),
  'identity/phone-number-of-another-cardholder': reshaping('getCardholder', ofAnother('cellNum')),
  'identity/card-of-another-cardholder': reshaping(['getCard', 'getCardDetails'], renumbered('cardholderId')),
};

/** The object with what another cardholder of the Program was created with. */
function ofAnother(name: 'emailAdr' | 'cellNum') {
  return (members: JsonObject, _call: Call, { store }: Program): JsonObject => {
    const others = store.cardholders.all().filter(({ id }) => id !== members['cardholderId']);
    return { ...members, [name]: others.at(-1)?.person[name] ?? null };
  };
}

/** The object with the next number in place of its own. */
function renumbered(name: string): (members: JsonObject) => JsonObject {
  return (members) => ({ ...members, [name]: Number(members[name]) + 1 });
}
