import { callTraces } from './categories/call-traces.js';
import { categoryRows } from './categories/category-rows.js';
import { errorHandling } from './categories/error-handling.js';
import { reconciliation } from './categories/reconciliation.js';
import { stateTransitions } from './categories/state-transitions.js';
import { contract } from './closing/contract.js';
import { coverage } from './closing/coverage.js';
import { leftovers } from './closing/leftovers.js';
import { notCovered } from './closing/not-covered.js';
import { origin } from './closing/origin.js';
import { questions } from './closing/questions.js';
import { testScripts } from './closing/test-scripts.js';
import { verifying } from './closing/verifying.js';
import { waivers } from './closing/waivers.js';
import { comparison } from './comparison/comparison.js';
import { applications } from './front/applications.js';
import { counts } from './front/counts.js';
import { decision } from './front/decision.js';
import { findings } from './front/findings.js';
import { invariants } from './front/invariants.js';
import { runFacts } from './front/run-facts.js';
import type { Report } from './gather/report.js';
import { markup, type Html } from './html/markup.js';
import { matrix } from './matrix/matrix.js';
import { otherScenarios } from './rows/other-scenarios.js';
import { rowArticle } from './rows/row-article.js';

/** A part of the page under a heading of its own. */
export interface Section {
  /** Anchor. */
  readonly id: string;
  readonly title: string;
  /** Where it starts a new sheet of paper, or belongs on the first one. */
  readonly paper?: 'first-page' | 'new-page' | 'details-of-rows';
  /** Pieces of its content, in order. */
  readonly content: (report: Report) => Iterable<Html | null>;
}

/** Everything on the page, in reading order: what an auditor with ten minutes needs comes first. */
export const sections: readonly Section[] = [
  { id: 'decision', title: 'Decision', paper: 'first-page', content: (report) => [decision(report)] },
  {
    id: 'counts',
    title: 'What was shown and what was not',
    paper: 'first-page',
    content: (report) => [counts(report)],
  },
  {
    id: 'applications',
    title: 'Which application made these calls',
    paper: 'first-page',
    content: (report) => [applications(report)],
  },
  { id: 'run', title: 'What was tested', paper: 'first-page', content: (report) => [runFacts(report)] },
  { id: 'matrix', title: 'Test matrix', paper: 'new-page', content: (report) => [matrix(report)] },
  { id: 'comparison', title: 'What changed since an earlier run', content: comparison },
  { id: 'contract', title: 'The contract that judged', content: (report) => [contract(report)] },
  { id: 'findings', title: 'Findings', content: (report) => [findings(report)] },
  { id: 'invariants', title: 'Rules over all traffic', content: (report) => [invariants(report)] },
  { id: 'origin', title: 'Where the traffic went', content: (report) => [origin(report)] },
  {
    id: 'call-traces',
    title: 'Evidence 1: API call traces',
    paper: 'new-page',
    content: (report) => [categoryRows('call-traces', report), callTraces(report)],
  },
  {
    id: 'state-transitions',
    title: 'Evidence 2: state transitions',
    content: (report) => [categoryRows('state-transitions', report), stateTransitions(report)],
  },
  {
    id: 'error-handling',
    title: 'Evidence 3: error-handling coverage',
    content: (report) => [categoryRows('error-handling', report), errorHandling(report)],
  },
  {
    id: 'reconciliation',
    title: 'Evidence 4: reconciliation',
    content: (report) => [categoryRows('reconciliation', report), reconciliation(report)],
  },
  { id: 'coverage', title: 'Coverage of contract and lifecycles', content: (report) => [coverage(report)] },
  { id: 'questions', title: 'Open questions', content: (report) => [questions(report)] },
  { id: 'test-scripts', title: 'Test scripts still to run', content: (report) => [testScripts(report)] },
  { id: 'waivers', title: 'Waivers', content: (report) => [waivers(report)] },
  { id: 'leftovers', title: 'What the run left behind', content: (report) => [leftovers(report)] },
  { id: 'not-covered', title: 'What this run does not cover', content: (report) => [notCovered(report)] },
  { id: 'verify', title: 'How to check this pack', content: (report) => [verifying(report)] },
  { id: 'rows', title: 'Every row in detail', paper: 'details-of-rows', content: rowsInDetail },
];

function* rowsInDetail(report: Report): Generator<Html | null> {
  yield markup`<p class="on-screen"><button type="button" data-open="yes" hidden>Open everything</button> <button type="button" data-open="no" hidden>Close everything</button></p>
`;
  const told = new Set<string>();
  for (const row of report.rows) yield rowArticle(row, report, told);
  yield otherScenarios(report);
}
