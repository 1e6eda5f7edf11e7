import type { Exchange } from '../../../trace/exchange.js';

/** What a call adds to those before it: a read that got the same answer again is a repetition. */
export type Novelty = 'first-or-changed' | 'last' | 'repeated';

type Tell = (exchange: Exchange, novelty: Novelty) => void;

/** A read that is asked again and again: its last answer, and the repetition that may turn out to be the last. */
interface Poll {
  answer: string;
  waiting: Exchange | null;
}

/**
 * Tells the turning points of the reads of one scenario from equal ones between them. A series ends with the step it belongs
 * to, and with every writing call: whether the same answer comes afterwards is news.
 */
export class PollSeries {
  readonly #polls = new Map<string, Poll>();
  readonly #tell: Tell;
  #step: number | null = null;

  /** `tell` gets each read once, as soon as it is known what it adds. */
  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** Takes the next read, made in the given step. */
  read(exchange: Exchange, step: number): void {
    if (step !== this.#step) this.end();
    this.#step = step;
    const [key, answer] = [questionOf(exchange), answerOf(exchange)];
    const poll = this.#polls.get(key);
    if (poll?.answer !== answer) {
      if (poll?.waiting) this.#tell(poll.waiting, 'repeated');
      this.#polls.set(key, { answer, waiting: null });
      this.#tell(exchange, 'first-or-changed');
      return;
    }
    if (poll.waiting !== null) this.#tell(poll.waiting, 'repeated');
    poll.waiting = exchange;
  }

  /** Ends every series: the repetition that waits was its last call. */
  end(): void {
    for (const { waiting } of this.#polls.values()) if (waiting !== null) this.#tell(waiting, 'last');
    this.#polls.clear();
  }
}

function questionOf({ identity, request: { method, path, query } }: Exchange): string {
  return JSON.stringify([identity, method, path, query]);
}

function answerOf({ response, failure, judgement }: Exchange): string {
  return JSON.stringify([response?.status, response?.body, failure?.class, judgement?.outcome]);
}
