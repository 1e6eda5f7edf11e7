import { chainStart, lineHash, type JournalHead } from '../../trace/journal-chain.js';
import { journalFile } from '../../trace/journal-file.js';
import type { JournalLine } from '../../trace/journal-event.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import type { ByteLine } from '../lines-of.js';
import type { Difference } from '../verify/verification.js';

/** An event that the chain vouches for, or the first line that it does not. */
export type Chained =
  | { readonly event: JournalLine; /** Of the line and its line break, hex. */ readonly sha256: string }
  | { readonly event: null; readonly against: Difference };

/** What a chain hangs on. */
export interface ChainEnds {
  readonly runId: string;
  /** The head that the signed statement names; null where nothing is signed. */
  readonly signed: JournalHead | null;
}

/**
 * The events of a journal as far as their chain holds, each once the line behind it (for the last one the signed head)
 * vouches for it. The first line that was changed, added, removed or moved is named and ends the reading: where two lines
 * do not belong together, the next one tells which of them was changed.
 */
export async function* chainedEvents(
  lines: AsyncIterable<ByteLine>,
  { runId, signed }: ChainEnds,
): AsyncGenerator<Chained> {
  let head: JournalHead = { lines: 0, sha256: chainStart(runId) };
  let waiting: Chained | null = null;
  let doubtful = false;
  for await (const { number, bytes, whole } of lines) {
    const event = eventIn(bytes);
    const linked = event?.previousHash === head.sha256;
    head = { lines: number, sha256: lineHash(bytes) };
    const problem = doubtful ? null : lineProblem({ event, number, whole }, waiting);
    if (doubtful || problem !== null || (!linked && number === 1)) {
      yield problem ?? changed(doubtful ? number - (linked ? 2 : 1) : number);
      return;
    }
    doubtful = !linked;
    if (waiting !== null && linked) yield waiting;
    if (event !== null) waiting = { event, sha256: head.sha256 };
  }
  const against = endProblem(head, signed, doubtful);
  if (against !== null) yield against;
  else if (waiting !== null) yield waiting;
}

function eventIn(bytes: Buffer): JournalLine | null {
  let value: unknown = null;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    // No JSON, so no event: the caller says so.
    return null;
  }
  return shapeProblem('journal', value) === null ? (value as JournalLine) : null;
}

/** A line with the event it holds, if any. */
interface ReadLine {
  readonly event: JournalLine | null;
  readonly number: number;
  readonly whole: boolean;
}

function lineProblem({ event, number, whole }: ReadLine, before: Chained | null): Chained | null {
  if (!whole) return at(number, 'it is torn: it has no line break');
  if (event === null) return at(number, 'it is no event of a journal');
  if (event.n === number) return null;
  // Two lines that claim the same place: the first of them was put there.
  if (event.n === before?.event?.n && event.previousHash === before.event.previousHash) {
    return at(before.event.n, 'it was added: the line behind it has its number and its place in the chain');
  }
  return at(number, `it has the number ${event.n}: a line was removed, added or moved here`);
}

function endProblem(head: JournalHead, signed: JournalHead | null, doubtful: boolean): Chained | null {
  if (signed === null) return doubtful ? changed(head.lines - 1) : null;
  if (head.lines !== signed.lines) {
    const done = head.lines < signed.lines ? 'removed' : 'added';
    return at(Math.min(head.lines, signed.lines) + 1, `it was ${done}: ${signed.lines} lines were signed`);
  }
  const intact = head.sha256 === signed.sha256;
  if (doubtful) return changed(intact ? head.lines - 1 : head.lines);
  return intact ? null : at(head.lines, 'it was changed: it is not the last line that was signed');
}

function changed(number: number): Chained {
  return at(number, 'it was changed: it is not the line that its neighbours are chained to');
}

function at(number: number, problem: string): Chained {
  return { event: null, against: { where: `${journalFile} line ${number}`, problem } };
}
