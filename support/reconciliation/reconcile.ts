import { sheetOf, totalsOf, type AccountSheet, type AccountTotal } from './account-sheet.js';
import { pinAmountForm, type PinnedForm } from './amount-form.js';
import { dataSetSheets, type DataSetSheet } from './data-set-sheet.js';
import { depositDifferences } from './differences/deposit-differences.js';
import { feeDifferences } from './differences/fee-differences.js';
import type { MoneyDifference } from './differences/money-difference.js';
import { nameResiduals } from './differences/name-residuals.js';
import { recordDefects } from './differences/record-defects.js';
import { recordDifferences } from './differences/record-differences.js';
import type { Reconciled } from './differences/reconciled.js';
import type { MoneyFacts } from './facts/facts-collector.js';
import type { TransferFact } from './facts/money-facts.js';
import type { HolderId } from './holder.js';
import { isBeforeRun } from './movements/before-run.js';
import { legsOf } from './movements/legs-of.js';
import { listMovements } from './movements/list-movements.js';
import { matchRecords } from './movements/match-records.js';
import type { Movement } from './movements/movement.js';
import type { HolderPosting } from './posting/holder-posting.js';
import type { LedgerEntry } from './posting/ledger-entry.js';
import { postHolder } from './posting/post-holder.js';
import { writeEntries } from './posting/write-entries.js';

/** What a run's money is reconciled by, from its frozen plan. */
export interface ReconciliationSettings {
  /** ISO 4217 code of the Program's currency. */
  readonly currency: string;
  /** How long a deposit may take, seconds: the profile's `depositSeconds`. */
  readonly depositSeconds: number;
}

/** Money on its way when the run ended: not a difference yet. */
export interface OpenMovement {
  readonly movement: string;
  readonly holder: HolderId;
  readonly words: string;
  readonly exchangeId: string;
}

/** This ledger beside the API's data sets and balances, small enough for a page. Amounts in minor units. */
export interface Reconciliation {
  readonly currency: string;
  readonly amountForm: PinnedForm;
  readonly accounts: readonly AccountSheet[];
  readonly dataSets: readonly DataSetSheet[];
  readonly totals: readonly AccountTotal[];
  readonly differences: readonly MoneyDifference[];
  readonly open: readonly OpenMovement[];
  readonly counts: {
    readonly movements: number;
    readonly entries: number;
    readonly readings: number;
    /** Records that were there before the run. */
    readonly earlierRecords: number;
  };
  /** Exchanges a server of ours replayed: they moved nothing on the target. */
  readonly harnessOnly: readonly string[];
}

/** A reconciliation with every entry of its ledger. */
export interface ReconciledLedger {
  readonly reconciliation: Reconciliation;
  readonly entries: readonly LedgerEntry[];
}

/** Reconciles what a run's recording says about money. Pure: the same facts give the same bytes. */
export function reconcile(facts: MoneyFacts, { currency, depositSeconds }: ReconciliationSettings): ReconciledLedger {
  const amountForm = pinAmountForm(facts);
  const { form } = amountForm;
  const earlier = new Set(facts.records.filter((record) => isBeforeRun(record, facts)));
  const records = facts.records.filter((record) => !earlier.has(record));
  const ours = { ...facts, records };
  const matched = matchRecords(ours, form);
  const defects = recordDefects({ facts: ours, matched, form });
  const misplaced = new Set(defects.map(({ record }) => record));
  const unmatched = matched.unmatched.filter((record) => !misplaced.has(record));
  const movements = listMovements({ facts: ours, form, matched: { ...matched, unmatched } });
  const postings = postAll(ours, movements);
  const all: Reconciled = { facts: ours, form, movements, postings, currency, patienceMs: depositSeconds * 1000 };
  const unexplained = nameResiduals(all);
  const differences = [
    ...unexplained,
    ...depositDifferences(all, new Set(unexplained.flatMap((each) => each.movements))),
    ...defects.map(({ difference }) => difference),
    ...recordDifferences(all),
    ...feeDifferences(all),
  ].sort(byExchange);
  const entries = writeEntries(movements, postings.values());
  const accounts = [...postings.values()].map(sheetOf);
  return {
    entries,
    reconciliation: {
      ...{ currency, amountForm, accounts, dataSets: dataSetSheets(all), totals: totalsOf(entries), differences },
      open: stillOpen(postings.values(), differences),
      counts: {
        movements: movements.length,
        entries: entries.length,
        readings: facts.readings.length,
        earlierRecords: earlier.size,
      },
      harnessOnly: facts.harnessOnly,
    },
  };
}

function postAll(facts: MoneyFacts, movements: readonly Movement[]): ReadonlyMap<HolderId, HolderPosting> {
  const transfers = new Map<string, TransferFact>(facts.transfers.map((each) => [each.seen.exchangeId, each]));
  const legs = movements.flatMap((movement) => legsOf(movement, transfers.get(movement.cause.exchangeId)));
  const [legsBy, readingsBy] = [byHolder(legs), byHolder(facts.readings)];
  const holders = [...new Set([...readingsBy.keys(), ...legsBy.keys()])].sort();
  return new Map(
    holders.map((holder) => [
      holder,
      postHolder({
        holder,
        opened: facts.openings.get(holder) ?? null,
        readings: readingsBy.get(holder) ?? [],
        legs: legsBy.get(holder) ?? [],
      }),
    ]),
  );
}

function byHolder<T extends { readonly holder: HolderId }>(all: readonly T[]): ReadonlyMap<HolderId, readonly T[]> {
  const groups = new Map<HolderId, T[]>();
  for (const each of all) {
    const group = groups.get(each.holder) ?? [];
    group.push(each);
    groups.set(each.holder, group);
  }
  return groups;
}

/** What is still on its way and that no difference is about. */
function stillOpen(postings: Iterable<HolderPosting>, differences: readonly MoneyDifference[]): OpenMovement[] {
  const named = new Set(differences.flatMap(({ movements }) => movements));
  return [...postings].flatMap(({ holder, open }) =>
    [...new Set(open.map(({ movement }) => movement))]
      .filter(({ id, kind }) => !named.has(id) && kind !== 'record-only')
      .map(({ id, words, cause }) => ({ movement: id, holder, words, exchangeId: cause.exchangeId })),
  );
}

function byExchange(left: MoneyDifference, right: MoneyDifference): number {
  const [one = '', other = ''] = [left.exchangeIds.at(-1), right.exchangeIds.at(-1)];
  return one < other ? -1 : one > other ? 1 : 0;
}
