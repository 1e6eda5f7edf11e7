import { readsAsSent } from './as-sent-watch.js';
import { documented, inferred, type InvariantDefinition } from './define-invariant.js';
import { staysOnePerson } from './one-person-watch.js';

/** What was sent about a person. Which of it a read shows, and in which form, is stated nowhere. */
const personal: readonly string[] = [
  ...['firstName', 'lastName', 'emailAdr', 'gender', 'nationality', 'placeOfBirth', 'dob', 'adrLine1', 'city', 'state'],
  ...['country', 'zipCode', 'callingCode', 'cellNum', 'countryCallingCode', 'phoneNum'],
];

/** What stays as it was sent until somebody changes it. */
export const keptInvariants = {
  'card-alias-as-sent': documented(
    'A card shows the alias it was sent last',
    'docs/guide-manage-card-lifecycle',
    readsAsSent({
      ...{ kind: 'card', members: ['alias'], creating: ['issueVirtualCard', 'issuePhysicalCard'], idMember: 'cardId' },
      ...{ changing: 'updateCard', oncePer: 'object' },
    }),
  ),
  'wallet-name-as-sent': documented(
    'A wallet shows the name it was created with',
    'docs/accounts-wallets-and-deposit-addresses',
    readsAsSent({
      ...{ kind: 'wallet', members: ['name'], creating: ['createWallet'], idMember: 'walletId' },
      ...{ changing: null, oncePer: 'object' },
    }),
  ),
  'cardholder-as-sent': inferred(
    'A cardholder reads with what was sent about the person',
    'docs/guide-onboard-a-cardholder',
    readsAsSent({
      ...{ kind: 'cardholder', members: personal, creating: ['createCardholder'], idMember: 'cardholderId' },
      ...{ changing: 'updateCardholder', oncePer: 'member' },
    }),
  ),
  'cardholder-one-person': documented(
    'A cardholder stays one person',
    'docs/cardholders-and-compliance',
    staysOnePerson,
  ),
} as const satisfies Readonly<Record<string, InvariantDefinition>>;
