import type { Clock } from './clock.js';
import { steadyMs, systemClock, systemOrigin } from './system-clock.js';

/** A time that another thread of this process can go by: plain data to hand over. */
export interface SharedTime {
  /** Milliseconds since the Unix epoch at which the machine's steady count was 0. */
  readonly origin: number;
  /** Milliseconds leapt so far. */
  readonly ahead: SharedArrayBuffer;
}

/** The leaps of a shared time. Every thread sees one at once. */
export interface Leaps {
  /** Milliseconds leapt so far. */
  readonly ahead: () => number;
  /** Leaps `ms` milliseconds more. Only the thread that made the time does. */
  readonly leap: (ms: number) => void;
}

/** Makes a time that shows what `clock` shows, and can leap. Of a clock that does not run evenly it keeps the present difference. */
export function sharedTime(clock: Clock): SharedTime {
  return { origin: originOf(clock), ahead: new SharedArrayBuffer(BigUint64Array.BYTES_PER_ELEMENT) };
}

/** The leaps of a time. */
export function leapsOf({ ahead: buffer }: SharedTime): Leaps {
  // Atomics know whole numbers only, and a wait may be a fraction of a millisecond: its bits are what is shared.
  const shared = new BigUint64Array(buffer);
  const bits = new BigUint64Array(1);
  const number = new Float64Array(bits.buffer);
  const ahead = (): number => {
    bits[0] = Atomics.load(shared, 0);
    return number[0] ?? 0;
  };
  return {
    ahead,
    leap: (ms) => {
      number[0] = ahead() + ms;
      Atomics.store(shared, 0, bits[0] ?? 0n);
    },
  };
}

/** The clock of another thread: it shows the shared time, leaps included, and its sleeps are real ones. */
export function clockOf(time: SharedTime): Clock {
  const { ahead } = leapsOf(time);
  return {
    now: () => Math.floor(time.origin + steadyMs()) + ahead(),
    sleep: (ms, signal) => systemClock.sleep(ms, signal),
  };
}

/** Looked at between two looks at the system's clock, a clock that is the system's own is known to be just that. */
function originOf(clock: Clock): number {
  const before = systemClock.now();
  const shown = clock.now();
  const own = before <= shown && shown <= systemClock.now();
  return own ? systemOrigin : systemOrigin + (shown - before);
}
