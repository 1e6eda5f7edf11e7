import { unitsOf } from './amount-form.js';
import type { Reconciled } from './differences/reconciled.js';
import { readAfter } from './differences/reconciled.js';
import { dataSets, type DataSet } from './facts/data-set.js';
import { isCard, type HolderId } from './holder.js';
import type { Movement } from './movements/movement.js';

/**
 * `not read` is honest: what nobody asked for is neither equal nor different. `read in part`: what was read is equal, and some
 * movements came after the last read.
 */
export type DataSetStatus = 'equal' | 'differs' | 'read in part' | 'not read' | 'undetermined';

/** One data set of the API for one card or wallet, beside the movements of this ledger that it must list. */
export interface DataSetSheet {
  readonly holder: HolderId;
  readonly dataSet: DataSet;
  readonly status: DataSetStatus;
  /** Movements that a read must have listed, and their sum in minor units; null when an amount could not be read. */
  readonly movements: number;
  readonly ownAmount: number | null;
  /** Movements nobody asked the API for afterwards. */
  readonly unread: number;
  /** Records read that moved money, and their sum. */
  readonly records: number;
  readonly apiAmount: number | null;
  /** The exchange that read it to its end after the last of those movements; null when none did. */
  readonly exchangeId: string | null;
}

/** Which data sets can hold movements of a holder. Source: docs/guide-reconcile-transactions-and-fees. */
function setsOf(holder: HolderId): readonly DataSet[] {
  return isCard(holder) ? dataSets : ['wallet-transactions'];
}

/** Every data set of every holder that the run moved money on or read. */
export function dataSetSheets(all: Reconciled): DataSetSheet[] {
  return [...all.postings.keys()].flatMap((holder) => setsOf(holder).map((dataSet) => sheetOf(holder, dataSet, all)));
}

function sheetOf(holder: HolderId, dataSet: DataSet, all: Reconciled): DataSetSheet {
  const own = all.movements.filter(
    (each) =>
      each.listedIn === dataSet && isOf(each, holder) && each.effect !== 'nothing' && each.effect !== 'suspense',
  );
  const listed = own.flatMap(({ record }) => record ?? []);
  const caused = own.filter(({ kind }) => kind !== 'record-only');
  const unread = caused.filter(
    ({ record, cause }) => record === null && readAfter(all, dataSet, [holder], cause) === undefined,
  );
  const comparable = caused.filter((each) => !unread.includes(each));
  const posting = all.postings.get(holder);
  const opening = posting?.opened?.seen ?? posting?.openingRead?.seen;
  const read = opening === undefined ? undefined : readAfter(all, dataSet, [holder], opening);
  const ownAmount = sumOf(comparable.map(({ amount }) => amount));
  const apiAmount = sumOf(listed.map((record) => unitsOf(record, all.form)));
  const known = listed.length > 0 || (read !== undefined && unread.length < Math.max(caused.length, 1));
  return {
    ...{ holder, dataSet, movements: comparable.length, ownAmount, unread: unread.length },
    ...{ records: listed.length, apiAmount },
    status: known ? statusOf(ownAmount, apiAmount, comparable.length - listed.length, unread.length) : 'not read',
    exchangeId: listed.at(-1)?.seen.exchangeId ?? read?.seen.exchangeId ?? null,
  };
}

function statusOf(own: number | null, api: number | null, missing: number, unread: number): DataSetStatus {
  if (own === null || api === null) return 'undetermined';
  if (own !== api || missing !== 0) return 'differs';
  return unread > 0 ? 'read in part' : 'equal';
}

function isOf({ holder, source }: Movement, wanted: HolderId): boolean {
  return holder === wanted || source === wanted;
}

function sumOf(amounts: readonly (number | null)[]): number | null {
  return amounts.reduce<number | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0);
}
