import type { ScenarioResult, ScenarioStep, StepStatus } from '../../verdict/scenario-result.js';
import { asVerdict } from '../../verdict/verdict-order.js';
import { incidentsOf } from '../../evidence/causes.js';
import { harFileOf } from '../har/har-file.js';
import { shownName } from '../shown-name.js';
import { shownResults, type ShownRun } from '../shown-results.js';
import { verdictMapping } from '../verdict-mapping.js';
import type { FirstView } from '../view.js';
import { writeLongJson } from '../../evidence/write-long-json.js';
import type { CtrfReport, CtrfStatus, CtrfTest } from './ctrf-report.js';

const tool = 'axys-certify';

const stepStatuses: Readonly<Record<StepStatus, CtrfStatus>> = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'skipped',
  pending: 'pending',
  undefined: 'other',
  ambiguous: 'other',
};

/** Writes `ctrf.json`. */
export const writeCtrf: FirstView['write'] = async (folder, { run, recorded }) => {
  const shown = await shownResults(run, recorded);
  await writeLongJson(folder, 'ctrf.json', { schema: 'ctrf', around: ctrfFrame(shown), items: ctrfTests(shown) });
};

/** The tests of a report, one by one. */
export function* ctrfTests({ shown }: Pick<ShownRun, 'shown'>): Generator<CtrfTest> {
  for (const result of shown) yield ctrfTest(result);
}

/** A report of a run around any of its tests: its numbers are those of all of them. */
export function ctrfFrame({ run, shown }: ShownRun): (tests: readonly CtrfTest[]) => CtrfReport {
  const { facts, gate } = run;
  const summary = summaryOf(shown);
  const extra = { runId: facts.runId, decision: gate.decision, exitCode: gate.exitCode, why: gate.why };
  return (tests) => ({
    ...{ reportFormat: 'CTRF', specVersion: '1.0.0', generatedBy: `${tool} ${facts.harnessVersion}` },
    results: {
      tool: { name: tool, version: facts.harnessVersion },
      summary: { ...summary, extra: { 'axys-certify.decision': extra } },
      tests,
      environment: {
        reportName: `${tool} ${facts.runId}`,
        appName: 'Axys Cards API',
        appVersion: facts.contract.version,
        testEnvironment: facts.target.environment,
        extra: { 'axys-certify.target': { ...facts.target, program: facts.program, contract: facts.contract.sha256 } },
      },
    },
  });
}

function summaryOf(shown: ShownRun['shown']): Omit<CtrfReport['results']['summary'], 'extra'> {
  const counts: Record<CtrfStatus, number> = { passed: 0, failed: 0, skipped: 0, pending: 0, other: 0 };
  const suites = new Set<string>();
  let [tests, flaky, start, stop] = [0, 0, Infinity, 0];
  for (const test of ctrfTests({ shown })) {
    tests += 1;
    counts[test.status] += 1;
    if (test.flaky) flaky += 1;
    suites.add(test.suite.join('/'));
    start = Math.min(start, test.start);
    stop = Math.max(stop, test.stop);
  }
  return { tests, ...counts, flaky, suites: suites.size, start: tests === 0 ? 0 : start, stop };
}

function ctrfTest(result: ScenarioResult): CtrfTest {
  const { id, feature, requirements, marks, exchangeIds } = result;
  const verdict = asVerdict(result.verdict);
  const status = verdictMapping[verdict].ctrf;
  const incidents = incidentsOf(result).map(({ level, id: cause, message }) => `${level} ${cause}: ${message}`);
  const start = Date.parse(result.startedAt);
  const duration = Math.round(result.durationMs);
  return {
    ...{ name: shownName(result), status, duration, start, stop: start + duration },
    suite: feature.replace(/\.feature$/, '').split('/'),
    message: result.reason,
    ...(incidents.length === 0 ? {} : { trace: incidents.join('\n') }),
    line: result.line,
    rawStatus: verdict,
    tags: result.tags,
    labels: { scenario: id, requirements: requirements.join(' '), marks: marks.join(' ') },
    ...{ type: 'contract', filePath: `features/${feature}` },
    retries: result.attempt - 1,
    // The format's word for: passed at last, after an attempt that had not.
    flaky: status === 'passed' && marks.includes('unstable'),
    attachments:
      exchangeIds.length === 0 ? [] : [{ name: 'Traffic (HAR)', contentType: 'application/json', path: harFileOf(id) }],
    steps: result.steps.map(ctrfStep),
    extra: { 'axys-certify.result': { scenario: id, verdict, requirements, marks, exchangeIds } },
  };
}

function ctrfStep({ keyword, text, status, exchangeIds }: ScenarioStep): CtrfTest['steps'][number] {
  return {
    name: `${keyword.trim()} ${text}`,
    status: stepStatuses[status],
    extra: { 'axys-certify.exchanges': exchangeIds },
  };
}
