import type { Attachment } from 'allure-js-commons';
import { stringifyEnvInfo } from 'allure-js-commons/sdk/reporter';
import type { Exchange } from '../../trace/exchange.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { attestedRows } from '../attested-rows.js';
import type { DerivedRun } from '../views/derived-run.js';
import type { EvidenceFolder } from '../evidence-folder.js';
import { allureCategories } from './categories.js';
import { allureEnvironment } from './environment.js';
import { replayLine } from '../reproduce/replay-line.js';
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
  run: DerivedRun,
  exchanges: AsyncIterable<Exchange>,
): Promise<void> {
  await folder.replaceFolder('allure-results', async (draft) => {
    const write: AttachmentSink = (name, content) => draft.write(name, content);
    const traffic = await attachExchanges(exchanges, run.results, write);
    for (const result of [...run.results, ...attestedRows(run)]) {
      const rows = run.catalogue.filter(({ id }) => result.requirements.includes(id));
      const tables = [...attachTables(result, write), ...attachReplay(run, result, write)];
      const written = allureResult(run.facts.runId, result, rows, { traffic, tables });
      write(`${written.uuid}-result.json`, JSON.stringify(written));
    }
    write('environment.properties', stringifyEnvInfo(allureEnvironment(run)));
    write('categories.json', JSON.stringify(allureCategories(run.results)));
  });
}

/** How to see a scenario's findings again, as lines for a shell. */
function attachReplay({ findings }: DerivedRun, { id, attempt }: ScenarioResult, write: AttachmentSink): Attachment[] {
  const lines = findings.flatMap((cause) =>
    cause.occurrences
      .filter(({ scenario }) => scenario === id)
      .map(({ curl, exchangeId }) => `# ${cause.id}${curl === null ? '' : ` (${exchangeId ?? ''})\n${curl}`}`),
  );
  if (lines.length === 0) return [];
  const source = `${stableUuid('replay', id, String(attempt))}-attachment.txt`;
  write(source, `${replayLine(id)}\n\n${[...new Set(lines)].join('\n')}\n`);
  return [{ name: 'How to see it again', type: 'text/plain', source }];
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
