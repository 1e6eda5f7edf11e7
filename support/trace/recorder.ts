import type { Connection } from './connection.js';
import type { Exchange } from './exchange.js';

/** One observed state change: a line of exchanges/transitions.ndjson. */
export interface ObservedTransition {
  readonly entity: 'cardholder' | 'card' | 'deposit' | 'otp' | 'transfer';
  /** The target's own id, as text. Listener tokens appear as a per-run label, never as the token. */
  readonly entityId: string;
  readonly from: string;
  readonly to: string;
  /** Transition id of the lifecycle table, or `unlisted`. */
  readonly transition: string;
  /** True when the step was not seen itself but lies on the only likely way between two readings. */
  readonly collapsed: boolean;
  /**
   * On the steps behind an `unlisted` line: the exchange that showed it, before the call that brought it about was recorded. The
   * change is one the table allows then.
   */
  readonly explains?: string;
  readonly scenario: string | null;
  readonly exchangeId: string;
  readonly at: string;
}

/**
 * Writes the run's evidence as it goes: append-only, masked before it is written, secured at each scenario's end. What a
 * result of a scenario is, is nothing to it.
 */
export interface Recorder<Result> {
  /** Masks and appends one judged exchange (and its redaction-ledger entries and observed transitions); gives it as written. */
  exchange(exchange: Exchange): Promise<Exchange>;
  /** Appends the facts of a connection. */
  connection(connection: Connection): Promise<void>;
  /**
   * Masks and appends one scenario result; resolves when it and everything before it is secured, with the result as it
   * was written. Whatever is decided or shown later rests on that one, never on what the scenario held in memory.
   */
  scenario(result: Result): Promise<Result>;
  /** The masked copy of an exchange, as it would be written; what is in it is learned. */
  mask(exchange: Exchange): Exchange;
  /** Masks members and texts of a value, as results are masked when they are written. */
  maskRecord<T>(record: T): T;
  /** Masks free text (log lines, messages) with everything secret the run has seen so far. */
  maskText(text: string): string;
}
