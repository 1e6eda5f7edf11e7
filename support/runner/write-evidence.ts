import { join } from 'node:path';
import { writeAllure } from '../evidence/allure/write-allure.js';
import type { DecidedRun } from '../evidence/decided-run.js';
import type { Contract } from '../contract/contract.js';
import { evidenceFolder } from '../evidence/evidence-folder.js';
import { writeJunit } from '../evidence/junit.js';
import { writeLeftovers } from '../evidence/leftovers/write-leftovers.js';
import { writeFindings } from '../evidence/reproduce/write-findings.js';
import { writeGate } from '../evidence/recorded-facts.js';
import { readExchanges } from '../evidence/read-exchanges.js';
import { writeSummary } from '../evidence/summary.js';
import { writeQuestions } from '../questions/write-questions.js';

/**
 * Writes the views of a decided run into its folder and gives the run with what writing them found out. The recorder must
 * be closed: its files are read. `contract` is our own, which says what calls create.
 */
export async function writeEvidence(
  folder: string,
  run: DecidedRun,
  contract: Pick<Contract, 'operations'>,
): Promise<DecidedRun> {
  const evidence = evidenceFolder(folder);
  const findings = await writeFindings(evidence, run);
  await writeJunit(evidence, run);
  await writeAllure(evidence, { ...run, findings }, readExchanges(join(folder, 'exchanges/exchanges.ndjson')));
  const questions = await writeQuestions(evidence, run);
  const leftovers = await writeLeftovers(evidence, run, contract);
  await writeGate(evidence, run);
  // Last: whoever finds a summary finds everything else.
  await writeSummary(evidence, run);
  return { ...run, findings, questions, leftovers };
}
