import type { Exchange } from '../../trace/exchange.js';
import type { HolderId } from '../holder.js';
import type { CompleteRead, ApiRecord } from './data-set.js';
import type {
  CardState,
  DepositFact,
  NoticeFact,
  Opening,
  Reading,
  Registration,
  Sighted,
  SpendFact,
  TransferFact,
} from './money-facts.js';
import { readMoneyCall } from './read-money-call.js';
import { RecordBook } from './record-book.js';
import { readCardState, readingOf } from './read-balance.js';
import type { GatheredFacts } from './gathered-facts.js';

/** Everything of a recording that says something about money. */
export interface MoneyFacts {
  readonly openings: ReadonlyMap<HolderId, Opening>;
  readonly readings: readonly Reading[];
  readonly deposits: readonly DepositFact[];
  readonly notices: readonly NoticeFact[];
  readonly spends: readonly SpendFact[];
  readonly transfers: readonly TransferFact[];
  /** Sending accounts that cardholders registered. */
  readonly registrations: readonly Registration[];
  readonly cardStates: readonly CardState[];
  readonly records: readonly ApiRecord[];
  readonly completeReads: readonly CompleteRead[];
  /** Replayed exchanges about money: they say nothing about the target and are kept apart. */
  readonly harnessOnly: readonly string[];
}

/**
 * Gathers what a recording says about money, in one pass. It keeps a few values for each exchange about money and nothing
 * of the others.
 */
export class FactsCollector {
  readonly #gathered: GatheredFacts = {
    openings: new Map(),
    deposits: [],
    notices: [],
    spends: [],
    transfers: [],
    registrations: [],
  };
  readonly #readings: Reading[] = [];
  readonly #cardStates: CardState[] = [];
  readonly #records = new RecordBook();
  readonly #harnessOnly: string[] = [];
  #order = 0;

  /** Takes the next exchange of the recording. */
  readonly listen = (exchange: Exchange): void => {
    const seen = sightingOf(exchange, this.#order);
    this.#order += 1;
    const reading = readingOf(exchange, seen);
    if (exchange.replayed === true) {
      if (reading !== null || exchange.operationId === 'transferFromWallet') this.#harnessOnly.push(exchange.id);
      return;
    }
    if (reading !== null) this.#readings.push(reading);
    const state = readCardState(exchange, seen);
    if (state !== null) this.#cardStates.push(state);
    readMoneyCall(exchange, seen, this.#gathered);
    this.#records.listen(exchange, seen);
  };

  /** What was gathered so far. */
  get facts(): MoneyFacts {
    return {
      ...this.#gathered,
      readings: this.#readings,
      cardStates: this.#cardStates,
      records: this.#records.records,
      completeReads: this.#records.completeReads,
      harnessOnly: this.#harnessOnly,
    };
  }
}

function sightingOf(exchange: Exchange, order: number): Sighted {
  const { id: exchangeId, scenario, startedAt, durationMs, response } = exchange;
  const from = Date.parse(startedAt);
  const date = Date.parse(response?.headers['date'] ?? '');
  const targetSeconds = Number.isNaN(date) ? null : Math.floor(date / 1000);
  return { exchangeId, scenario, order, from, to: from + durationMs, targetSeconds };
}
