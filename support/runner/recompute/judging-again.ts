import type { Difference } from '../../evidence/verify/verification.js';
import type { Judge } from '../../contract/judge.js';
import type { RecordedStreams } from '../../evidence/recorded-streams.js';
import { loadLifecycles } from '../../lifecycle/load-lifecycles.js';
import type { Exchange } from '../../trace/exchange.js';
import { ExchangeRejudging } from '../rejudge/rejudge-exchanges.js';
import { TransitionsAgain } from './transitions-again.js';

/** What judging every exchange of a run again, and observing its state changes again, found. */
export interface JudgedAgain {
  readonly exchanges: number;
  /** Rules of which only the ledger knows how a masked value stood to them. */
  readonly onLedger: number;
  readonly against: readonly Difference[];
}

/** Judges the exchanges of a run again, each with the lines of the redaction ledger and the state changes that belong to it. */
export class JudgingAgain {
  readonly #rejudging: ExchangeRejudging;
  readonly #transitions: TransitionsAgain;

  private constructor(rejudging: ExchangeRejudging, transitions: TransitionsAgain) {
    this.#rejudging = rejudging;
    this.#transitions = transitions;
  }

  /** Opens the streams that are read beside the exchanges. */
  static async of(
    { redactions, transitions }: Pick<RecordedStreams, 'redactions' | 'transitions'>,
    judge: Judge,
  ): Promise<JudgingAgain> {
    const lifecycles = await loadLifecycles();
    return new JudgingAgain(
      new ExchangeRejudging(redactions(), judge),
      new TransitionsAgain(transitions(), lifecycles),
    );
  }

  /** Judges the next exchange, in recorded order. */
  async next(exchange: Exchange): Promise<void> {
    await this.#rejudging.next(exchange);
    await this.#transitions.next(exchange);
  }

  /** After the last exchange: what was found. */
  async end(): Promise<JudgedAgain> {
    await this.#transitions.end();
    const { judged, onLedger, against } = this.#rejudging;
    return { exchanges: judged, onLedger, against: [...against, ...this.#transitions.against] };
  }

  /** Ends the reading, also in the middle. */
  async close(): Promise<void> {
    await Promise.all([this.#rejudging.close(), this.#transitions.close()]);
  }
}
