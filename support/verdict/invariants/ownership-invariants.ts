import { addressesFromTheStart, addressesOfOneCard, addressesStay } from './address-watches.js';
import { documented, type InvariantDefinition } from './define-invariant.js';
import { hiddenIsUnlisted } from './hidden-cardholder-watch.js';
import { linksOfOneCardholder, replacementIsNew } from './link-watches.js';
import { feeFindsOneCard } from './reference-watch.js';

const funding = 'docs/funding-and-deposits';

/** What belongs to one card or one cardholder alone. */
export const ownershipInvariants = {
  'deposit-addresses-of-one-card': documented(
    'No two cards have a deposit address in common',
    funding,
    addressesOfOneCard,
  ),
  'deposit-addresses-stay': documented('A card keeps the deposit addresses it was issued with', funding, addressesStay),
  'deposit-addresses-from-the-start': documented(
    'A card has deposit addresses from its issuance, activated or not',
    funding,
    addressesFromTheStart,
  ),
  'hosted-link-of-one-cardholder': documented(
    'No two cardholders are sent to the same identity check',
    'reference/put_cardholders-cardholderid-kyc-submit',
    linksOfOneCardholder,
  ),
  'replacement-link-new': documented(
    'A replacement link is none the cardholder had before',
    'docs/guide-onboard-a-cardholder',
    replacementIsNew,
  ),
  'hidden-cardholder-unlisted': documented(
    'A cardholder that is hidden from the Program is in none of its lists',
    'docs/api-users-tenants-and-programs',
    hiddenIsUnlisted,
  ),
  'fee-reference-of-one-card': documented(
    'The reference of a fee is that of purchases of one card',
    'docs/guide-reconcile-transactions-and-fees',
    feeFindsOneCard,
  ),
} as const satisfies Readonly<Record<string, InvariantDefinition>>;
