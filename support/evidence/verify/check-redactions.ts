import type { Exchange } from '../../trace/exchange.js';
import { LedgerReader } from '../../trace/mask/ledger-reader.js';
import type { Redaction } from '../../trace/mask/redaction.js';
import { redactionProblems } from '../../trace/mask/redaction-problems.js';
import { recorderFiles } from '../../trace/recorder-files.js';
import type { Difference } from './verification.js';

/** Differences that are listed; a ledger that belongs to another run must not fill the memory. */
const longestList = 100;

/** Holds every exchange against its lines of the redaction ledger, in one pass over both. */
export async function redactionDifferences(
  exchanges: AsyncIterable<Exchange>,
  redactions: AsyncIterable<Redaction>,
): Promise<readonly Difference[]> {
  const ledger = new LedgerReader(redactions);
  const found: Difference[] = [];
  const note = (where: string, problem: string): void => {
    if (found.length < longestList) found.push({ where, problem });
  };
  try {
    for await (const exchange of exchanges) {
      const lines = await ledger.of(exchange.id);
      const where = `${recorderFiles.exchanges}: ${exchange.id}`;
      for (const problem of redactionProblems(exchange, lines)) note(where, problem);
    }
    for await (const exchangeId of ledger.unclaimed()) {
      note(`${recorderFiles.redactions}: ${exchangeId}`, 'there is no such exchange, or its lines are not where it is');
    }
  } finally {
    await ledger.close();
  }
  return found;
}
