import type { Judge } from '../../contract/judge.js';
import type { Difference } from '../../evidence/verify/verification.js';
import type { Exchange } from '../../trace/exchange.js';
import type { Redaction } from '../../trace/mask/redaction.js';
import { recorderFiles } from '../../trace/recorder-files.js';
import { LedgerReader } from '../../trace/mask/ledger-reader.js';
import { rejudge } from './rejudge.js';

/** Judges the exchanges of a run again as they are read, each with its lines of the redaction ledger. */
export class ExchangeRejudging {
  readonly against: Difference[] = [];
  #judged = 0;
  #onLedger = 0;
  readonly #ledger: LedgerReader;

  constructor(
    redactions: AsyncIterable<Redaction>,
    private readonly judge: Judge,
  ) {
    this.#ledger = new LedgerReader(redactions);
  }

  /** Judges the next exchange, in recorded order. */
  async next(exchange: Exchange): Promise<void> {
    const { against, onLedger } = rejudge(exchange, await this.#ledger.of(exchange.id), this.judge);
    this.#judged += 1;
    this.#onLedger += onLedger;
    const where = `${recorderFiles.exchanges}: ${exchange.id}`;
    this.against.push(...against.map((problem) => ({ where, problem })));
  }

  /** Exchanges that were judged again. */
  get judged(): number {
    return this.#judged;
  }

  /** Rules of which only the ledger knows how a masked value stood to them. */
  get onLedger(): number {
    return this.#onLedger;
  }

  close(): Promise<void> {
    return this.#ledger.close();
  }
}
