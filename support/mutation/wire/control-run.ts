import type { OpenPack } from '../../evidence/verify/open-pack.js';
import { recordedStreams } from '../../evidence/recorded-streams.js';
import { readRecordedRun } from '../../runner/recompute/recorded-run.js';
import { standInExchange } from '../../trace/stand-in/stand-in-exchange.js';
import type { Exchange } from '../../trace/exchange.js';
import { LedgerReader } from '../../trace/mask/ledger-reader.js';
import type { CheckRecord } from '../../verdict/check.js';

/** What of a control run the mutants are made from and tried with. */
export interface ControlRun {
  /** In recorded order, a stand-in in the place of every masked value, so that nothing raw is ever held. */
  readonly exchanges: readonly Exchange[];
  /** Every check that its steps made. */
  readonly checks: readonly CheckRecord[];
}

/** Reads a control run back from its pack. VFY-302 names the file that is missing or is not what our own writer makes. */
export async function readControlRun(pack: OpenPack): Promise<ControlRun> {
  const { results } = await readRecordedRun(pack);
  const streams = recordedStreams(pack);
  const ledger = new LedgerReader(streams.redactions());
  const exchanges: Exchange[] = [];
  try {
    for await (const masked of streams.exchanges()) {
      exchanges.push(standInExchange(masked, await ledger.of(masked.id)).exchange);
    }
  } finally {
    await ledger.close();
  }
  return { exchanges, checks: results.flatMap(({ checks }) => checks) };
}
