import { availableWithinLedger, neverNegative, oneCurrency } from './balance-watches.js';
import { documented, inferred, type InvariantDefinition } from './define-invariant.js';
import { identityInvariants } from './identity-invariants.js';
import type { Invariant } from '../invariant.js';
import { withinLifecycle } from './lifecycle-watch.js';
import { keptInvariants } from './kept-invariants.js';
import { listInvariants } from './list-invariants.js';
import { keepsToFilter, totalsFit } from './list-watch.js';
import { ownershipInvariants } from './ownership-invariants.js';
import { creationTime, lastFour, plainMember, staysTheSame } from './stays-the-same.js';
import { timeInvariants } from './time-invariants.js';
import { uniqueIds } from './unique-id-watch.js';

const accounts = 'docs/accounts-wallets-and-deposit-addresses';
const programs = 'docs/card-programs-and-designs';
const cards = 'docs/cards-virtual-and-physical';
const records = 'docs/transactions-and-fees';
const lists = 'docs/pagination-filtering-and-rate-limits';

/** Every rule that all traffic must keep, by its permanent id; what money must keep is in `money-outcomes.ts`. */
const table = {
  'balance-never-negative': inferred('No balance is below zero', accounts, neverNegative),
  'available-within-ledger': inferred(
    'The available balance is at most the ledger balance',
    accounts,
    availableWithinLedger,
  ),
  'one-currency': documented('Cards and wallets are in the one currency of their Program', accounts, oneCurrency),
  'cardholder-lifecycle': documented(
    'A cardholder takes no step outside its lifecycle',
    'docs/cardholders-and-compliance',
    withinLifecycle('cardholder'),
  ),
  'card-start': documented('A card begins in a state its lifecycle knows', cards, withinLifecycle('card', 'start'), [
    'C-05',
  ]),
  'card-lifecycle': documented('A card takes no step outside its lifecycle', cards, withinLifecycle('card', 'changes')),
  'transfer-lifecycle': inferred(
    'A transfer takes no step outside its lifecycle',
    accounts,
    withinLifecycle('transfer'),
  ),
  'deposit-lifecycle': inferred(
    'A deposit takes no step outside its lifecycle',
    'docs/funding-and-deposits',
    withinLifecycle('deposit'),
  ),
  'otp-lifecycle': inferred(
    'A subscription for one-time codes takes no step outside its lifecycle',
    'docs/guide-3ds-otp-setup',
    withinLifecycle('otp'),
  ),
  'card-type-stable': inferred(
    'A card stays virtual or physical',
    cards,
    staysTheSame({ kind: 'card', words: 'the type', valueOf: plainMember('type') }),
  ),
  'card-holder-stable': inferred(
    'A card stays with its cardholder',
    'docs/program-architecture',
    staysTheSame({ kind: 'card', words: 'the cardholder', valueOf: plainMember('cardholderId') }),
  ),
  'card-number-stable': inferred(
    'A card keeps its number, as its last four digits show',
    cards,
    staysTheSame({ kind: 'card', words: 'the last four digits', valueOf: lastFour }),
  ),
  'card-currency-stable': documented(
    'A card keeps its currency',
    programs,
    staysTheSame({ kind: 'card', words: 'the currency', valueOf: plainMember('currency') }),
  ),
  'wallet-currency-stable': documented(
    'A wallet keeps its currency',
    programs,
    staysTheSame({ kind: 'wallet', words: 'the currency', valueOf: plainMember('walletCurrencyId') }),
  ),
  'purchase-card-stable': inferred(
    'A purchase stays with its card',
    records,
    staysTheSame({ kind: 'card-transaction', words: 'the card', valueOf: plainMember('cardId') }),
  ),
  'purchase-reference-stable': inferred(
    'A purchase keeps the reference that joins its fees',
    records,
    staysTheSame({ kind: 'card-transaction', words: 'authRefNum', valueOf: plainMember('authRefNum') }),
  ),
  'fee-amount-stable': inferred(
    'A fee keeps its amount',
    records,
    staysTheSame({ kind: 'fee', words: 'the amount', valueOf: plainMember('amount') }),
  ),
  'transfer-amount-stable': inferred(
    'A wallet movement keeps its amount',
    'docs/guide-transfer-funds',
    staysTheSame({ kind: 'wallet-movement', words: 'the amount', valueOf: plainMember('amount') }),
  ),
  'cardholder-creation-stable': inferred(
    'A cardholder keeps its time of creation',
    lists,
    staysTheSame({ kind: 'cardholder', words: 'the time of creation', valueOf: creationTime }),
  ),
  'wallet-creation-stable': inferred(
    'A wallet keeps its time of creation',
    accounts,
    staysTheSame({ kind: 'wallet', words: 'the time of creation', valueOf: creationTime }),
  ),
  'list-keeps-to-filter': documented(
    'A list filtered by a card or a cardholder shows nothing of another one',
    lists,
    keepsToFilter,
  ),
  'list-totals-fit': documented('The numbers of a list fit its items', lists, totalsFit),
  'wallet-ids-unique': documented('No two wallets have one id', accounts, uniqueIds(['createWallet'], 'walletId')),
  'cardholder-ids-unique': inferred(
    'No two cardholders have one id',
    'docs/cardholders-and-compliance',
    uniqueIds(['createCardholder'], 'cardholderId'),
  ),
  'card-ids-unique': inferred(
    'No two cards have one id',
    cards,
    uniqueIds(['issueVirtualCard', 'issuePhysicalCard'], 'cardId'),
  ),
  'transfer-ids-unique': inferred(
    'No two transfers have one id',
    'docs/guide-transfer-funds',
    uniqueIds(['transferFromWallet'], 'transId'),
  ),
  ...identityInvariants,
  ...ownershipInvariants,
  ...timeInvariants,
  ...listInvariants,
  ...keptInvariants,
} as const satisfies Readonly<Record<string, InvariantDefinition>>;

/** Every invariant that watches exchanges and state changes, in the order of the table. */
export const allInvariants: readonly Invariant[] = Object.entries(table).map(([id, definition]) => ({
  id,
  ...definition,
}));
