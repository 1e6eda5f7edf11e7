import type { Attachment } from 'allure-js-commons';
import { FileSystemWriter } from 'allure-js-commons/sdk/reporter';
import type { Exchange } from '../../trace/exchange.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import type { DecidedRun } from '../decided-run.js';
import type { EvidenceFolder } from '../evidence-folder.js';
import { allureCategories } from './categories.js';
import { allureEnvironment } from './environment.js';
import { attachExchanges, type AttachmentSink } from './exchange-attachments.js';
import { stableUuid } from './identity.js';
import { checksTable, waitsTimeline } from './tables.js';
import { allureResult } from './test-result.js';

/**
 * Writes `allure-results/`: a view of the masked results, replaced as a whole. `exchanges` are the masked exchanges of
 * the run (see `readExchanges`), read once and in order.
 */
export async function writeAllure(
  folder: EvidenceFolder,
  run: DecidedRun,
  exchanges: AsyncIterable<Exchange>,
): Promise<void> {
  await folder.replaceFolder('allure-results', async (resultsDir) => {
    const writer = new FileSystemWriter({ resultsDir });
    const write: AttachmentSink = (name, content) => writer.writeAttachment(name, Buffer.from(content, 'utf8'));
    const attached = await attachExchanges(exchanges, run.results, write);
    for (const result of run.results) {
      const rows = run.catalogue.filter(({ id }) => result.requirements.includes(id));
      const tables = attachTables(result, write);
      writer.writeResult(allureResult(run.facts.runId, result, rows, { exchanges: attached, tables }));
    }
    writer.writeEnvironmentInfo(allureEnvironment(run));
    writer.writeCategoriesDefinitions(allureCategories(run.results));
  });
}

function attachTables(result: ScenarioResult, write: AttachmentSink): Attachment[] {
  const tables = [
    { name: 'Checks', content: checksTable(result), wanted: result.checks.length > 0 },
    { name: 'Waits', content: waitsTimeline(result), wanted: result.waits.length > 0 },
  ];
  return tables.flatMap(({ name, content, wanted }) => {
    if (!wanted) return [];
    const source = `${stableUuid(name, result.id, String(result.attempt))}-attachment.csv`;
    write(source, content);
    return [{ name, type: 'text/csv', source }];
  });
}
