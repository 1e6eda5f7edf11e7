import { contractedDocument } from './contracted-document.js';
import type { DecidedRun } from '../evidence/decided-run.js';
import { planFactsOf } from '../evidence/plan-facts.js';
import { planFiles } from '../evidence/plan-files.js';
import type { RecordedStreams } from '../evidence/recorded-streams.js';
import { lifecycleIn } from '../lifecycle/load-lifecycles.js';
import type { Lifecycles } from '../lifecycle/lifecycle.js';
import { allChecks } from '../verdict/checks/all-checks.js';
import type { Coverage } from './coverage.js';
import { coverageOf } from './coverage-of.js';
import { exclusionsIn } from './exclusions/read-exclusions.js';
import { measuredExchanges } from './measured-exchanges.js';

/** The coverage of a recorded run: a pure function of its frozen plan, its results and its exchanges. */
export async function recordedCoverage(
  run: Pick<DecidedRun, 'facts' | 'results' | 'gate'>,
  recorded: RecordedStreams,
): Promise<Coverage> {
  const { startedAt } = await planFactsOf(recorded);
  return coverageOf({
    runId: run.facts.runId,
    partial: run.gate.partial,
    document: contractedDocument(await recorded.text(planFiles.contract), planFiles.contract),
    lifecycles: await lifecyclesIn(recorded),
    exclusions: exclusionsIn(await recorded.text(planFiles.exclusions), planFiles.exclusions),
    day: startedAt === null ? null : startedAt.slice(0, 'YYYY-MM-DD'.length),
    results: run.results,
    checks: allChecks,
    exchanges: measuredExchanges(recorded, run.results),
  });
}

async function lifecyclesIn(recorded: RecordedStreams): Promise<Lifecycles> {
  const files = recorded.filesIn(planFiles.lifecycles);
  const tables = await Promise.all(files.map(async (file) => lifecycleIn(await recorded.text(file), file)));
  return Object.fromEntries(tables.map((table) => [table.name, table])) as Lifecycles;
}
