/** What a difference means: it rejects, a person looks at it, or the run cannot tell. */
export type DifferenceClass = 'fail' | 'review' | 'undetermined';

/** A kind of difference between this ledger and what the API shows. */
export interface DifferenceKind {
  readonly class: DifferenceClass;
  /** One sentence for the auditor. */
  readonly title: string;
  /** The vendor's page the rule comes from. */
  readonly source: string;
  /** Open questions that cover it. */
  readonly questions: readonly string[];
}

const accounts = 'docs/accounts-wallets-and-deposit-addresses';
const deposits = 'docs/funding-and-deposits';
const transfers = 'docs/guide-transfer-funds';
const records = 'docs/transactions-and-fees';
const reconcile = 'docs/guide-reconcile-transactions-and-fees';
const simulations = 'docs/simulation-endpoints';
const lists = 'docs/pagination-filtering-and-rate-limits';

function kinds(classOf: DifferenceClass) {
  return (title: string, source: string, questions: readonly string[] = []): DifferenceKind => ({
    class: classOf,
    title,
    source,
    questions,
  });
}

const fail = kinds('fail');
const review = kinds('review');
const undetermined = kinds('undetermined');

/** Every kind of difference by its permanent code. */
export const differenceKinds = {
  'booked-wrong-amount': fail('A balance moved by another amount than the movement has.', simulations),
  'decimal-point-misplaced': fail('An amount is ten or a hundred times too large or too small.', accounts),
  'booked-twice': fail('A balance moved a second time by the same movement.', records),
  'transfer-without-debit': fail('A settled transfer has not left its wallet.', transfers),
  'transfer-without-credit': fail('A settled transfer has not reached its destination.', transfers),
  'confirmed-not-booked': fail('A recorded purchase or fee has not moved the balance.', reconcile),
  'declined-moved-money': fail('A declined or failed movement moved a balance.', accounts),
  'suspended-money-credited': fail('Money that matches nothing was credited instead of held in suspense.', deposits),
  'wrong-account-credited': fail('Money sent to one account arrived on another.', deposits),
  'balance-not-explained': fail('A balance changed without any movement or record.', reconcile),
  'deposit-not-arrived': fail('A deposit, or a part of it, had not arrived when the time for it was over.', deposits),
  'missing-in-api': fail('A movement of this run is not in the data set that must list it.', reconcile),
  'record-amount-differs': fail('A record names another amount than the movement has.', records),
  'record-listed-twice': fail('A record stands twice in one page.', lists),
  'purchase-recorded-twice': fail('One purchase has two records in the same status.', records),
  'transfer-among-card-transactions': fail('A wallet transfer is listed among card transactions.', records),
  'fee-among-card-transactions': fail('A fee is listed among card transactions.', reconcile),
  'orphan-fee': fail('A fee names a purchase that is not in the card transactions.', reconcile),
  'fee-charged-twice': fail('One purchase has the same fee twice.', records),
  'foreign-purchase-without-fee': fail('A purchase in another currency has no fee.', records),
  'cleared-still-on-ledger': review('A cleared purchase or fee has not left the ledger balance.', accounts, ['C-15']),
  'posted-amount-differs': review(
    'A purchase was posted with another amount than it was authorised for.',
    'docs/fundamentals-card-transaction-lifecycle',
  ),
  'booked-late': review('A settled movement was missing in a read and shown by a later one.', transfers),
  'conversion-spread': review(
    'A stablecoin was credited with a spread, or another asset with a wider one than expected.',
    deposits,
  ),
  'released-in-parts': review('A deposit became available in more than one part.', deposits),
  'deposit-maybe-suspended': review('A deposit that may be held in suspense has not been credited.', deposits, [
    'C-07',
    'U-11',
  ]),
  'other-party-moved': review('A balance that was there before the run moved for reasons outside it.', reconcile),
  'opens-with-money': review('A new account did not start at zero.', accounts),
  'not-caused-by-run': review('The API lists a record that no call of this run caused.', reconcile),
  'deposit-among-card-transactions': review('A deposit is listed among card transactions.', records, ['U-12']),
  'purchase-outcome-differs': review('A purchase that should be declined was approved.', simulations, ['U-02']),
  'authorisation-and-completion-apart': review('One purchase has two records in different statuses.', records, [
    'U-12',
  ]),
  'fee-without-reference': review('A fee names no purchase.', reconcile),
  'fee-on-declined-purchase': review('A declined purchase has a fee.', records),
  'amount-form-open': undetermined('The form of amounts in lists could not be established.', accounts, ['U-06']),
  'amount-unreadable': undetermined('An amount in a list has none of the known forms.', accounts, ['U-06']),
  'partial-amount-unknown': undetermined('How much a Partial transfer moved could not be read.', accounts),
  'records-not-read': undetermined('The records that may explain the change were not read afterwards.', reconcile),
  'fees-not-read': undetermined('The fees that may explain the change were not read afterwards.', reconcile),
  'read-too-early': undetermined('The list was read when the record may still have been on its way.', reconcile),
} as const satisfies Readonly<Record<string, DifferenceKind>>;

/** Permanent code of a difference. */
export type DifferenceCode = keyof typeof differenceKinds;
