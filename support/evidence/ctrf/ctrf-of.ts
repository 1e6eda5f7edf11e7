import type { ScenarioResult, ScenarioStep, StepStatus } from '../../verdict/scenario-result.js';
import { asVerdict } from '../../verdict/verdict-order.js';
import { attestedRows } from '../attested-rows.js';
import { incidentsOf } from '../causes.js';
import type { DecidedRun } from '../decided-run.js';
import type { EvidenceFolder } from '../evidence-folder.js';
import { harFileOf } from '../har/har-file.js';
import { shownName } from '../shown-name.js';
import { verdictMapping } from '../verdict-mapping.js';
import { writeJson } from '../write-json.js';
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
export async function writeCtrf(folder: EvidenceFolder, run: DecidedRun): Promise<void> {
  await writeJson(folder, 'ctrf.json', { schema: 'ctrf', content: ctrfOf(run) });
}

/** A run in the Common Test Report Format: a test a scenario, then the rows that people attested. */
export function ctrfOf(run: DecidedRun): CtrfReport {
  const { facts, gate } = run;
  const tests = [...run.results, ...attestedRows(run)].map(ctrfTest);
  const count = (wanted: CtrfStatus) => tests.filter(({ status }) => status === wanted).length;
  const extra = { runId: facts.runId, decision: gate.decision, exitCode: gate.exitCode, why: gate.why };
  return {
    ...{ reportFormat: 'CTRF', specVersion: '1.0.0', generatedBy: `${tool} ${facts.harnessVersion}` },
    results: {
      tool: { name: tool, version: facts.harnessVersion },
      summary: {
        tests: tests.length,
        ...{ passed: count('passed'), failed: count('failed'), skipped: count('skipped') },
        ...{ pending: count('pending'), other: count('other') },
        flaky: tests.filter(({ flaky }) => flaky).length,
        suites: new Set(tests.map(({ suite }) => suite.join('/'))).size,
        start: tests.reduce((first, { start }) => Math.min(first, start), tests[0]?.start ?? 0),
        stop: tests.reduce((last, { stop }) => Math.max(last, stop), 0),
        extra: { 'axys-certify.decision': extra },
      },
      tests,
      environment: {
        reportName: `${tool} ${facts.runId}`,
        appName: 'Axys Cards API',
        appVersion: facts.contract.version,
        testEnvironment: facts.target.environment,
        extra: { 'axys-certify.target': { ...facts.target, program: facts.program, contract: facts.contract.sha256 } },
      },
    },
  };
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
