import { join } from 'node:path';
import { writeAllure } from '../evidence/allure/write-allure.js';
import type { DecidedRun } from '../evidence/decided-run.js';
import { evidenceFolder } from '../evidence/evidence-folder.js';
import { writeJunit } from '../evidence/junit.js';
import { readExchanges } from '../evidence/read-exchanges.js';
import { writeSummary } from '../evidence/summary.js';

/** Writes the views of a decided run into its folder. The recorder must be closed: its files are read. */
export async function writeEvidence(folder: string, run: DecidedRun): Promise<void> {
  const evidence = evidenceFolder(folder);
  await writeJunit(evidence, run);
  await writeAllure(evidence, run, readExchanges(join(folder, 'exchanges/exchanges.ndjson')));
  // Last: whoever finds a summary finds everything else.
  await writeSummary(evidence, run);
}
