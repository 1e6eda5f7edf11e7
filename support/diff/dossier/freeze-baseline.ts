import { readCoverage } from '../../coverage/read-coverage.js';
import { baselineFiles } from '../../evidence/baseline-places.js';
import type { EvidenceFolder } from '../../evidence/evidence-folder.js';
import { bytesOf } from '../../evidence/verify/open-pack.js';
import { recordedStreams } from '../../evidence/recorded-streams.js';
import { writeJson } from '../../evidence/write-json.js';
import { planFiles } from '../../evidence/plan-files.js';
import { baselineUsageMessages } from '../../messages/baseline-messages.js';
import { errorsOf } from '../../messages/coded-error.js';
import type { Exchange } from '../../trace/exchange.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import type { BaselineRequest } from './baseline-request.js';
import { exchangeIdsIn } from './exchange-ids-in.js';

const unreadable = errorsOf(baselineUsageMessages, 'usage');

/**
 * Freezes in a run's plan what it is compared with, before its first call, so that nobody can trade the baseline afterwards.
 * The contract and its coverage only where this run is judged by another contract (`judgedBy`, SHA-256 in hex); COV-101 (64)
 * for a baseline whose coverage cannot be read, BSL-104 (64) for exchanges of a form that this build does not know.
 */
export async function freezeBaseline(
  folder: EvidenceFolder,
  { pack, facts, observed, noise, approvals }: BaselineRequest,
  judgedBy: string,
): Promise<void> {
  await writeJson(folder, baselineFiles.facts, { schema: 'baseline', content: facts });
  await writeJson(folder, baselineFiles.observed, { schema: 'observed-behaviour', content: observed });
  if (noise !== null) await writeJson(folder, baselineFiles.noise, { schema: 'behaviour-noise', content: noise });
  await writeJson(folder, baselineFiles.approvals, { schema: 'approvals', content: approvals });
  if (observed.run.contract.sha256 !== judgedBy) {
    await folder.write(baselineFiles.contract, (await bytesOf(pack, planFiles.contract)).toString('utf8'));
    await writeJson(folder, baselineFiles.coverage, { schema: 'coverage', content: await readCoverage(pack) });
  }
  const { exchanges, carriedExchanges } = recordedStreams(pack);
  const wanted = exchangeIdsIn(observed);
  await folder.writeStream(baselineFiles.exchanges, linesOf([carriedExchanges(), exchanges()], wanted, pack.place));
}

async function* linesOf(
  streams: readonly AsyncIterable<Exchange>[],
  wanted: ReadonlySet<string>,
  pack: string,
): AsyncGenerator<string> {
  for (const stream of streams) {
    for await (const exchange of stream) {
      if (!wanted.has(exchange.id)) continue;
      const problem = shapeProblem('exchange', { ...exchange, id: exchange.id.split('/').at(-1) });
      if (problem !== null) throw unreadable('BSL-104', { pack, exchange: exchange.id, ...problem });
      yield `${JSON.stringify(exchange)}\n`;
    }
  }
}
