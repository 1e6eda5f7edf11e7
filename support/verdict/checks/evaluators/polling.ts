import type { Exchange } from '../../../trace/exchange.js';
import { numberMember } from '../answer.js';
import { last, ifEndSeen, numberArgument, textArgument, undetermined, verdictOf, type Evaluate } from '../evaluate.js';
import { settledReview } from '../status-words.js';

/** Start and end of an exchange are each cut to whole milliseconds. */
const grainMs = 2;
/** Beyond the greatest wait, a gap this long means that the machine stood still: that is nobody's schedule. */
const standstillMs = 30_000;

/** The idle time before each read but the first, in milliseconds; below zero where two reads ran at once. */
function gapsOf(reads: readonly Exchange[]): readonly number[] {
  return reads.slice(1).map((read, index) => {
    const before = reads[index];
    const end = before === undefined ? Number.NaN : Date.parse(before.startedAt) + before.durationMs;
    return Date.parse(read.startedAt) - end;
  });
}

/** How long the reads took by the target's own Date header, in words; an emulator's hours pass faster than ours. */
function onTargetsClock(reads: readonly Exchange[]): string {
  const [first = Number.NaN, final = Number.NaN] = [reads[0], reads.at(-1)].map((read) =>
    Date.parse(read?.response?.headers['date'] ?? ''),
  );
  return Number.isNaN(final - first) ? '' : ` over ${((final - first) / 3_600_000).toFixed(1)} h of the target's clock`;
}

/**
 * Polling kept to its schedule: one read at a time, each wait at least as long as the schedule's, until the review had
 * settled or the deadline had come; only the wait that the deadline cuts may be shorter. Arguments: the schedule's bounds
 * (`pollInitialMs`, `pollMaxMs`, `growth`, `jitter`), `startedAt` (ISO 8601) and `deadlineSeconds`.
 * Source: docs/sandbox-testing-guide.
 */
export const scheduleKept: Evaluate = ifEndSeen((evidence) => {
  const [initial, greatest] = [numberArgument(evidence, 'pollInitialMs'), numberArgument(evidence, 'pollMaxMs')];
  const [growth, jitter] = [numberArgument(evidence, 'growth'), numberArgument(evidence, 'jitter')];
  const deadline = Date.parse(textArgument(evidence, 'startedAt')) + numberArgument(evidence, 'deadlineSeconds') * 1000;
  const expected = `single reads, apart by ${String(initial)} ms growing to ${String(greatest)} ms, until settled or the deadline`;
  const gaps = gapsOf(evidence.exchanges);
  const final = last(evidence);
  if (final === undefined || gaps.length < 2) return undetermined(expected, 'fewer than three reads');
  const atDeadline = Date.parse(final.startedAt) >= deadline - grainMs;
  const shortest = (index: number) => Math.min(initial * growth ** index, greatest) * (1 - jitter) - grainMs;
  const hasty = gaps.filter((gap, index) => {
    const cut = atDeadline && index === gaps.length - 1;
    return gap < (cut ? -grainMs : shortest(index));
  });
  const settled = settledReview.includes(numberMember(final, 'status') ?? Number.NaN);
  const range = `${String(Math.min(...gaps))} to ${String(Math.max(...gaps))} ms apart`;
  const end = settled ? 'until settled' : atDeadline ? 'until the deadline' : 'given up before the deadline';
  const span = `${String(evidence.exchanges.length)} reads${onTargetsClock(evidence.exchanges)}`;
  const received = `${span}, ${range}, ${String(hasty.length)} too early, ${end}`;
  if (gaps.some((gap) => gap > greatest + standstillMs)) return undetermined(expected, `${received}; it stood still`);
  return verdictOf(hasty.length === 0 && (settled || atDeadline), expected, received);
});
