import { books, type Book, type HolderId } from '../holder.js';
import type { CounterAccount, Movement } from '../movements/movement.js';
import { postingRules } from '../posting-rules.js';
import type { HolderPosting, PostedLeg, Residual } from './holder-posting.js';
import { entryOf, type EntryDraft, type LedgerAccount, type LedgerEntry } from './ledger-entry.js';

/** All entries of a run, in the order of what proves them. */
export function writeEntries(movements: readonly Movement[], postings: Iterable<HolderPosting>): LedgerEntry[] {
  const drafts = [...movements.flatMap(sent), ...[...postings].flatMap(ofPosting)];
  return drafts
    .sort((left, right) => left.order - right.order)
    .map(({ entry }, index) => ({ entry: index + 1, ...entry }));
}

const origins = { 'crypto-deposit': 'external:crypto', 'bank-deposit': 'external:bank' } as const;

/** A deposit is in clearing from the moment it is sent, and in suspense where the rules say so. */
function sent(movement: Movement): EntryDraft[] {
  const { kind, effect, amount, cause: seen, words } = movement;
  if ((kind !== 'crypto-deposit' && kind !== 'bank-deposit') || amount === null || effect === 'nothing') return [];
  const facts = { movement, words, seen };
  const way = entryOf({ from: origins[kind], to: 'in-clearing', amount }, { ...facts, rule: postingRules.sent });
  if (effect !== 'suspense') return way;
  return [
    ...way,
    ...entryOf({ from: 'in-clearing', to: 'suspense', amount }, { ...facts, rule: postingRules.unallocated }),
  ];
}

function ofPosting({ holder, opening, openingRead, posted, residuals }: HolderPosting): EntryDraft[] {
  const opened =
    openingRead === null
      ? []
      : books.flatMap((book) =>
          entryOf(
            { ...sidesOf(holder, book, 'opening'), amount: opening[book] },
            {
              rule: postingRules.opening,
              movement: null,
              words: `opening balance of ${holder}`,
              seen: openingRead.seen,
            },
          ),
        );
  return [...opened, ...posted.flatMap((each) => ofLeg(each)), ...residuals.flatMap(ofResidual)];
}

function ofLeg({ leg, delta, seen }: PostedLeg): EntryDraft[] {
  const { holder, book, counter, rule, movement } = leg;
  return entryOf({ ...sidesOf(holder, book, counter), amount: delta }, { rule, movement, words: movement.words, seen });
}

function ofResidual({ holder, reading, ...left }: Residual): EntryDraft[] {
  return books.flatMap((book) =>
    entryOf(
      { ...sidesOf(holder, book, 'unexplained'), amount: left[book] },
      { rule: postingRules.unexplained, movement: null, words: `unexplained on ${holder}`, seen: reading.seen },
    ),
  );
}

/** Money enters and leaves a holder through what is held; what becomes available moves inside the holder. */
function sidesOf(holder: HolderId, book: Book, counter: CounterAccount): { from: LedgerAccount; to: LedgerAccount } {
  const held = `${holder}/held` as const;
  switch (book) {
    case 'ledger':
      return { from: counter, to: held };
    case 'available':
      return { from: held, to: `${holder}/available` };
    default:
      return book satisfies never;
  }
}
