import type { Clock } from '../config/clock.js';
import type { Timing } from '../config/profile.js';
import type { Exchange } from '../trace/exchange.js';
import type { WaitRecord } from '../verdict/scenario-result.js';
import { pollSchedule } from './poll-schedule.js';
import { ReadSeries } from './read-series.js';

/** What to wait for. */
export interface Wait {
  /** In words, for the progress line and the record. */
  readonly for: string;
  readonly deadlineSeconds: number;
  /** One read; never concurrent with the next. */
  readonly read: () => Promise<Exchange>;
  /** The state a read shows, in words without sensitive values. */
  readonly state: (exchange: Exchange) => string;
  readonly until: (exchange: Exchange) => boolean;
  /** When the first read is made: at once, or, where only the end is of interest, after a first wait. At once by default. */
  readonly firstRead?: 'at once' | 'after a wait';
}

/** What a wait ended with. */
export interface Waited {
  readonly met: boolean;
  /** The reads, in order; of a wait of hours the first, each change and the last. */
  readonly exchanges: readonly Exchange[];
  /** Every read, in order, for their times; all but the last without content. */
  readonly reads: readonly Exchange[];
  readonly record: WaitRecord;
}

/** What polling needs from the run. */
export interface Polling {
  readonly clock: Clock;
  readonly timing: Timing;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/**
 * Reads until the condition holds or the deadline has passed, one read at a time, waiting longer each time. The deadline
 * is an instant, so that no sum of waits drifts past it, and the last read is made when it has come: a slow machine never
 * judges an old read. Rejects when the run is aborted.
 */
export async function eventually(wait: Wait, polling: Polling): Promise<Waited> {
  const { clock, signal } = polling;
  const start = clock.now();
  const deadline = start + wait.deadlineSeconds * 1000;
  const series = new ReadSeries();
  const timeline: { at: string; state: string; exchangeId: string }[] = [];
  const read = async (): Promise<boolean> => {
    const exchange = await wait.read();
    const state = wait.state(exchange);
    series.add(exchange, state);
    if (timeline.at(-1)?.state !== state) timeline.push({ at: exchange.startedAt, state, exchangeId: exchange.id });
    return wait.until(exchange);
  };
  let met = wait.firstRead === 'after a wait' ? false : await read();
  const delays = pollSchedule(polling.timing, polling.random);
  for (let late = false; !met && !late; met = await read()) {
    const left = deadline - clock.now();
    const delay = delays.next().value;
    late = delay >= left;
    if (left > 0) await clock.sleep(Math.min(delay, left), signal);
  }
  const record: WaitRecord = {
    for: wait.for,
    deadlineSeconds: wait.deadlineSeconds,
    startedAt: new Date(start).toISOString(),
    endedAt: new Date(clock.now()).toISOString(),
    met,
    timeline,
  };
  return { met, exchanges: series.telling, reads: series.all, record };
}
