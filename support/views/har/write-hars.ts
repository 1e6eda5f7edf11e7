import type { RunFacts } from '../../evidence/run-facts.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { errorsOf } from '../../messages/coded-error.js';
import { evidenceMessages } from '../../messages/evidence-messages.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import type { EvidenceFolder } from '../../evidence/evidence-folder.js';
import { exchangesByScenario, type ScenarioExchanges } from '../exchanges-by-scenario.js';
import type { ViewSource } from '../view.js';
import { harEntry } from './har-entry.js';
import { harFileOf } from './har-file.js';
import type { Har, HarEntry, HarHead } from './har-log.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/** Names the page of a HAR; each has one. */
const page = 'page_1';

/**
 * Writes the HAR of every scenario that made a call, and of the calls of the harness itself. One scenario lies in memory at
 * a time. Throws EVD-102 rather than write another shape.
 */
export async function writeHars(folder: EvidenceFolder, { run, recorded }: ViewSource): Promise<void> {
  const results = new Map(run.results.map((result) => [result.id, result]));
  for await (const group of exchangesByScenario(recorded.exchanges)) {
    const file = harFileOf(group.scenario);
    const result = group.scenario === null ? undefined : results.get(group.scenario);
    await folder.writeStream(file, harLines(harOf(run.facts, group, result), file));
  }
}

/** The HAR of one scenario. `result` is absent for the harness itself and for a scenario that never came to a result. */
export function harOf(
  facts: Pick<RunFacts, 'runId' | 'harnessVersion'>,
  { scenario, exchanges }: ScenarioExchanges,
  result?: Pick<ScenarioResult, 'name' | 'verdict' | 'requirements'>,
): Har {
  const product = { name: 'axys-certify', version: facts.harnessVersion };
  const rows = result === undefined || result.requirements.length === 0 ? '' : `${result.requirements.join(' ')} `;
  return {
    log: {
      ...{ version: '1.2', creator: product, browser: product },
      pages: [
        {
          startedDateTime: exchanges[0]?.startedAt ?? '',
          id: page,
          title: scenario === null ? 'Calls of the harness itself' : `${rows}${result?.name ?? scenario}`,
          pageTimings: { onContentLoad: -1, onLoad: -1 },
          comment: `${scenario ?? 'no scenario'}${result === undefined ? '' : `: ${result.verdict}`}`,
        },
      ],
      comment: `Run ${facts.runId}, made from exchanges/exchanges.ndjson. Bodies and headers are masked.`,
      entries: exchanges.map((exchange) => harEntry(exchange, page)),
    },
  };
}

/** A HAR in pieces: its head, one entry a line, its end. */
function* harLines(har: Har, file: string): Generator<string> {
  const problem = shapeProblem('har', har);
  if (problem !== null) throw evidenceError('EVD-102', { file, ...problem });
  const { entries, ...head }: { readonly entries: readonly HarEntry[] } & HarHead = har.log;
  yield `{"log":${JSON.stringify(head, null, 2).slice(0, -2)},\n  "entries": [\n`;
  for (const [index, entry] of entries.entries())
    yield `${JSON.stringify(entry)}${index + 1 < entries.length ? ',' : ''}\n`;
  yield ']}}\n';
}
