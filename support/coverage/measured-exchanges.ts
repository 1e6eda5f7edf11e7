import type { RecordedStreams } from '../evidence/recorded-streams.js';
import { standInExchange } from '../trace/stand-in/stand-in-exchange.js';
import { LedgerReader } from '../trace/mask/ledger-reader.js';
import type { Exchange } from '../trace/exchange.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import type { MeasuredExchange } from './measure/measure-targets.js';

/**
 * The exchanges that coverage counts, in order: those of carried scenarios first, then the run's own. Stand-ins are only made
 * for requests that were meant to be invalid: of any other, the judge has said that it keeps the contract.
 */
export async function* measuredExchanges(
  recorded: Pick<RecordedStreams, 'exchanges' | 'carriedExchanges' | 'redactions'>,
  results: readonly ScenarioResult[],
): AsyncGenerator<MeasuredExchange> {
  const named = new Set(results.flatMap(({ exchangeIds }) => exchangeIds.filter((id) => id.includes('/'))));
  for await (const exchange of recorded.carriedExchanges()) {
    if (!named.has(exchange.id)) continue;
    const run = exchange.id.slice(0, exchange.id.lastIndexOf('/'));
    yield { exchange, run, standIn: exchange.expectedInvalid === null ? exchange : null };
  }
  const ledger = new LedgerReader(recorded.redactions());
  try {
    for await (const exchange of recorded.exchanges()) {
      const redactions = await ledger.of(exchange.id);
      const standIn = exchange.expectedInvalid === null ? exchange : filled(exchange, redactions);
      yield { exchange, run: '', standIn };
    }
  } finally {
    await ledger.close();
  }
}

/** Its judgement goes with it: it is what was said of the real values. */
function filled(exchange: Exchange, redactions: Parameters<typeof standInExchange>[1]): Exchange | null {
  const { exchange: standIn, unexplained } = standInExchange(exchange, redactions);
  return unexplained.length > 0 ? null : { ...standIn, judgement: exchange.judgement };
}
