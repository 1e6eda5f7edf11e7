import type { DecidedRun } from '../../evidence/decided-run.js';
import { planFiles } from '../../evidence/plan-files.js';
import { knownScenariosIn } from '../../evidence/test-scripts/known-scenario.js';
import type { RecordedStreams } from '../../evidence/recorded-streams.js';
import type { Exchange } from '../../trace/exchange.js';
import { compareBehaviour } from '../behaviour/compare-behaviour.js';
import { observableRun } from '../behaviour/observe/observable-run.js';
import { observeRun } from '../behaviour/observe/observe-run.js';
import { contractDifference } from './contract-difference.js';
import type { Dossier } from './dossier.js';
import { dossierOf } from './dossier-of.js';
import { exchangeIdsIn } from './exchange-ids-in.js';
import type { FrozenBaseline } from './frozen-baseline.js';
import type { RunComparison } from './run-comparison.js';

/** Compares a decided run with what its plan froze. Throws what the readers throw. */
export async function compareWithBaseline(
  frozen: FrozenBaseline,
  run: DecidedRun,
  recorded: RecordedStreams,
): Promise<RunComparison> {
  const { facts: baseline, observed: before, noise, approvals } = frozen;
  const contract = await contractDifference(before.run, run.facts.contract, recorded);
  const observed = await observeRun(await observableRun(run, recorded));
  const behaviour = compareBehaviour(before, observed, noise, contract.changes);
  const known = knownScenariosIn(await recorded.text(planFiles.catalogue), planFiles.catalogue);
  const dossier = dossierOf({ baseline, before, run, approvals, known, contract, behaviour });
  return { contract, behaviour, dossier, quotes: await quoted(dossier, recorded) };
}

async function quoted({ changes }: Dossier, recorded: RecordedStreams): Promise<ReadonlyMap<string, Exchange>> {
  const wanted = exchangeIdsIn(changes.map(({ exchanges, causes }) => [exchanges?.old, causes]));
  const quotes = new Map<string, Exchange>();
  if (wanted.size === 0) return quotes;
  for await (const exchange of recorded.baselineExchanges()) {
    if (wanted.has(exchange.id)) quotes.set(exchange.id, exchange);
  }
  return quotes;
}
