import { writeComparison } from '../diff/dossier/write-comparison.js';
import { writeCoverage } from '../coverage/write-coverage.js';
import { writeReconciliation } from '../reconciliation/write-reconciliation.js';
import { writeAllure } from './allure/write-allure.js';
import { writeAuditorReport } from './auditor-report/write-auditor-report.js';
import { writeCtrf } from './ctrf/ctrf-of.js';
import { writeHars } from './har/write-hars.js';
import { writeJunit } from './junit/junit-xml.js';
import { writeMatrix } from './matrix-csv.js';
import { writeGate } from '../evidence/write-gate.js';
import { renderStepSummary, stepSummaryFile } from './step-summary/step-summary.js';
import { writeSummary } from '../evidence/summary.js';
import { renderTestScripts } from '../evidence/test-scripts/render-test-scripts.js';
import { writeJson } from '../evidence/write-json.js';
import type { FirstView, View } from './view.js';

/** What is written before the rest of a run is derived: whoever renders a report of it can begin. */
export const firstViews: readonly FirstView[] = [{ id: 'allure', write: writeAllure }];

/** Every other view of a run, in the order they are written: the large ones first, because they are scanned meanwhile. */
export const views: readonly View[] = [
  { id: 'auditor-report', write: writeAuditorReport },
  { id: 'har', write: writeHars },
  {
    id: 'findings',
    write: (folder, { run }) =>
      writeJson(folder, 'results/findings.json', { schema: 'findings', content: run.findings }),
  },
  { id: 'junit', write: writeJunit },
  { id: 'ctrf', write: writeCtrf },
  { id: 'matrix', write: (folder, { run }) => writeMatrix(folder, run) },
  {
    id: 'questions',
    write: (folder, { run }) => writeJson(folder, 'questions.json', { schema: 'questions', content: run.questions }),
  },
  {
    id: 'leftovers',
    write: (folder, { run }) => writeJson(folder, 'leftovers.json', { schema: 'leftovers', content: run.leftovers }),
  },
  {
    id: 'invariants',
    write: (folder, { run }) =>
      writeJson(folder, 'results/invariants.json', { schema: 'invariants', content: run.invariants }),
  },
  { id: 'reconciliation', write: (folder, { run }) => writeReconciliation(folder, run) },
  {
    id: 'origin',
    write: (folder, { run }) => writeJson(folder, 'exchanges/origin.json', { schema: 'origin', content: run.origin }),
  },
  { id: 'coverage', write: (folder, { run }) => writeCoverage(folder, run.coverage) },
  {
    id: 'waivers',
    write: (folder, { run }) => writeJson(folder, 'waivers.json', { schema: 'waivers', content: run.waivers }),
  },
  { id: 'comparison', write: (folder, { run }) => writeComparison(folder, run.comparison) },
  {
    id: 'test-scripts',
    write: async (folder, { run }) => {
      const { facts, testScripts } = run;
      await writeJson(folder, 'results/test-scripts.json', { schema: 'test-scripts', content: testScripts });
      await folder.write('results/test-scripts.txt', renderTestScripts(facts.runId, testScripts, run));
    },
  },
  { id: 'step-summary', write: (folder, { run }) => folder.write(stepSummaryFile, renderStepSummary(run)) },
  { id: 'gate', write: (folder, { run }) => writeGate(folder, run) },
  // Last: whoever finds a summary finds everything else.
  { id: 'summary', write: (folder, { run }) => writeSummary(folder, run) },
];
