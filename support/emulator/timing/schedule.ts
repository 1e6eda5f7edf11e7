/** Something that happens by itself at an emulated instant. */
export type Effect = (at: number) => void;

interface Entry {
  readonly at: number;
  readonly sequence: number;
  readonly effect: Effect;
}

/**
 * The platform's own future: asynchronous effects in emulated time. Effects run in the order of their instants, ties
 * in the order they were planned, each with its own instant as the time, so the result does not depend on when
 * somebody looks.
 */
export interface Schedule {
  /** Plans an effect `seconds` emulated seconds after `from` (milliseconds). */
  after(from: number, seconds: number, effect: Effect): void;
  /**
   * Runs everything due up to and including `now`, also what those effects plan. Once an effect has thrown nothing runs
   * any more and every later call throws the same: the state behind it can no longer be trusted.
   */
  advanceTo(now: number): void;
  /** Instant of the next effect, or null. */
  next(): number | null;
  /** Called whenever an effect is planned, so that a timer can be set. */
  onPlanned(listener: () => void): void;
}

/** Makes an empty schedule. */
export function createSchedule(): Schedule {
  const entries: Entry[] = [];
  const listeners: (() => void)[] = [];
  let sequence = 0;
  let broken: { readonly problem: unknown } | null = null;
  return {
    after(from, seconds, effect) {
      insert(entries, { at: from + seconds * 1000, sequence: sequence++, effect });
      for (const listener of listeners) listener();
    },
    advanceTo(now) {
      if (broken !== null) throw broken.problem;
      for (let due = entries[0]; due !== undefined && due.at <= now; due = entries[0]) {
        entries.shift();
        try {
          due.effect(due.at);
        } catch (problem) {
          broken = { problem };
          throw problem;
        }
      }
    },
    next: () => entries[0]?.at ?? null,
    onPlanned: (listener) => {
      listeners.push(listener);
    },
  };
}

function insert(entries: Entry[], entry: Entry): void {
  let index = entries.length;
  while (index > 0 && isLater(entries[index - 1], entry)) index -= 1;
  entries.splice(index, 0, entry);
}

function isLater(left: Entry | undefined, right: Entry): boolean {
  return left !== undefined && left.at > right.at;
}
