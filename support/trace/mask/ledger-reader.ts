import type { Redaction } from './redaction.js';

/**
 * Groups read ahead and not asked for yet. Lines of the ledger come in the order of the exchanges but for those that were under
 * way together, and for a last one whose exchange a killed run did not write any more.
 */
const mostAside = 256;

/** Reads the redaction ledger beside the exchanges, so that neither has to fit in memory. */
export class LedgerReader {
  readonly #aside = new Map<string, Redaction[]>();
  readonly #records: AsyncIterator<Redaction>;
  #next: IteratorResult<Redaction> | null = null;

  constructor(records: AsyncIterable<Redaction>) {
    this.#records = records[Symbol.asyncIterator]();
  }

  /** The lines of an exchange; empty when there are none. Each exchange is asked for once, in recorded order. */
  async of(exchangeId: string): Promise<readonly Redaction[]> {
    const kept = this.#aside.get(exchangeId);
    if (kept !== undefined) {
      this.#aside.delete(exchangeId);
      return kept;
    }
    while (this.#aside.size < mostAside) {
      const group = await this.#group();
      if (group === null) return [];
      if (group.exchangeId === exchangeId) return group.lines;
      this.#aside.set(group.exchangeId, [...(this.#aside.get(group.exchangeId) ?? []), ...group.lines]);
    }
    return [];
  }

  /** Exchanges with lines that nobody asked for: those set aside, then the rest of the ledger. */
  async *unclaimed(): AsyncGenerator<string> {
    yield* this.#aside.keys();
    for (let group = await this.#group(); group !== null; group = await this.#group()) yield group.exchangeId;
  }

  /** Ends the reading before its end. */
  async close(): Promise<void> {
    await this.#records.return?.();
  }

  async #group(): Promise<{ readonly exchangeId: string; readonly lines: Redaction[] } | null> {
    let record = this.#next ?? (await this.#records.next());
    if (record.done === true) return null;
    const { exchangeId } = record.value;
    const lines: Redaction[] = [];
    while (record.done !== true && record.value.exchangeId === exchangeId) {
      lines.push(record.value);
      record = await this.#records.next();
    }
    this.#next = record;
    return { exchangeId, lines };
  }
}
