import type { Client } from '../client/client.js';
import type { Clock } from '../config/clock.js';
import type { Exchange, FailureClass } from '../trace/exchange.js';
import type { Progress } from './progress.js';

/** Failures of a network that is not there, however the call was made: nothing of it has left this machine. */
const notThere: ReadonlySet<FailureClass> = new Set<FailureClass>(['dns', 'refused']);

/** The same of a call in the Program's own name that got no connection: its packets or its handshakes are dropped on the way. */
const notThrough: ReadonlySet<FailureClass> = new Set<FailureClass>(['timeout', 'tls']);

/** How long a target that was there is waited for, milliseconds: about as long as a laptop takes to find another network. */
export const reachWithinMs = 120_000;

const longestPauseMs = 30_000;

/** Numbers these reads among the harness's own questions, so that one that is answered stands for those before it. */
const ownOrdinal = 4;

/** What waiting for a target needs from the run. */
export interface ReachTools {
  readonly client: Client;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly progress: Pick<Progress, 'waiting' | 'note'>;
  /** Ends the run in order, so that it can go on later. */
  readonly giveUp: (reason: Error) => void;
}

/**
 * Keeps a run from going through all its scenarios, each in vain, while the network is away: between two scenarios it waits until
 * the target answers a read again, and stops the run where it does not.
 */
export class ReachWatch {
  #hasAnswered = false;
  #isGone = false;
  /** True while the last of the reads made here got no answer. */
  #isUnanswered = false;

  /** Hears of every exchange, those of earlier parts of the run included. */
  readonly listen = (exchange: Exchange): void => {
    const { scenario, ordinal, identity, replayed, response } = exchange;
    if (replayed === true || identity === 'inbound') return;
    this.#hasAnswered ||= response !== null;
    this.#isGone = response === null && isNotReached(exchange);
    if (scenario === null && ordinal === ownOrdinal) this.#isUnanswered = response === null;
  };

  /**
   * Resolves at once while the target answers, or never has: then nothing says that it will. Otherwise when it answers again, or
   * when the run was told to stop.
   */
  async untilReachable({ client, clock, signal, progress, giveUp }: ReachTools): Promise<void> {
    const deadline = clock.now() + reachWithinMs;
    for (let pause = 1000; this.#isAway() && !signal.aborted; pause = Math.min(2 * pause, longestPauseMs)) {
      await client.call('listCardholders', { query: { limit: 1 } }, { scenario: null, ordinal: ownOrdinal, signal });
      if (!this.#isAway()) return;
      const left = deadline - clock.now();
      if (left <= 0) {
        progress.note(
          `The target cannot be reached, for ${String(reachWithinMs / 60_000)} minutes now: the run stops.`,
        );
        giveUp(new Error('the target could not be reached any more'));
        return;
      }
      progress.waiting('the target to be reached again', deadline);
      await clock.sleep(Math.min(pause, left), signal).catch((reason: unknown) => {
        if (!signal.aborted) throw reason;
      });
    }
  }

  #isAway(): boolean {
    return this.#hasAnswered && (this.#isGone || this.#isUnanswered);
  }
}

function isNotReached({ failure, identity, connection }: Exchange): boolean {
  if (failure === null) return false;
  if (notThere.has(failure.class)) return true;
  return identity === 'program' && connection === null && notThrough.has(failure.class);
}
