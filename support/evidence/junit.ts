import { create } from 'xmlbuilder2';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import { asVerdict } from '../verdict/verdict-order.js';
import { attestedRows } from './attested-rows.js';
import type { DecidedRun } from './decided-run.js';
import type { EvidenceFolder } from './evidence-folder.js';
import { incidentsOf } from './causes.js';
import { replayLine } from './reproduce/replay-line.js';
import { verdictMapping } from './verdict-mapping.js';

type XmlNode = ReturnType<typeof create>;

/**
 * The run as JUnit XML: a suite per feature, a test case per scenario, our own verdict as a property of each; and a suite
 * of the rows that people attested.
 */
export function junitXml(run: DecidedRun): string {
  const { facts, gate } = run;
  const results = [...run.results, ...attestedRows(run)];
  const document = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' });
  const root = document.ele('testsuites', { name: `axys-certify ${facts.runId}`, ...totals(results) });
  const features = [...new Set(results.map(({ feature }) => feature))];
  for (const feature of features) {
    const cases = results.filter((result) => result.feature === feature);
    const suite = root.ele('testsuite', { name: feature, timestamp: cases[0]?.startedAt ?? '', ...totals(cases) });
    const properties = suite.ele('properties');
    property(properties, 'decision', gate.decision);
    property(properties, 'target', `${facts.target.environment} (${facts.target.class})`);
    property(properties, 'contract', facts.contract.sha256);
    for (const result of cases) addCase(suite, result);
  }
  return `${document.end({ prettyPrint: true })}\n`;
}

/** Writes `junit.xml`. */
export async function writeJunit(folder: EvidenceFolder, run: DecidedRun): Promise<void> {
  await folder.write('junit.xml', junitXml(run));
}

function addCase(suite: XmlNode, result: ScenarioResult): void {
  const verdict = asVerdict(result.verdict);
  const node = suite.ele('testcase', {
    name: result.name,
    classname: result.feature.replace(/\.feature$/, '').replaceAll('/', '.'),
    file: `features/${result.feature}`,
    line: result.line,
    time: seconds(result.durationMs),
  });
  const properties = node.ele('properties');
  property(properties, 'scenario', result.id);
  property(properties, 'verdict', verdict);
  for (const id of result.requirements) property(properties, 'requirement', id);
  for (const mark of result.marks) property(properties, 'mark', mark);
  addOutcome(node, result, `${verdict}: ${result.reason}`);
}

function addOutcome(node: XmlNode, result: ScenarioResult, message: string): void {
  const kind = verdictMapping[asVerdict(result.verdict)].junit;
  const incidents = incidentsOf(result).map(({ level, id, message: line }) => `${level} ${id}: ${line}`);
  const details = incidents.length === 0 ? [] : [...incidents, `replay: ${replayLine(result.id)}`];
  switch (kind) {
    case null:
      if (result.marks.includes('attested')) node.ele('system-out').txt(result.reason);
      return;
    case 'system-out':
      node.ele('system-out').txt([message, ...details].join('\n'));
      return;
    case 'skipped':
      node.ele('skipped', { message });
      return;
    case 'failure':
    case 'error':
      node.ele(kind, { message, type: result.verdict }).txt(details.join('\n'));
      return;
    default:
      unreachable(kind);
  }
}

function totals(results: readonly ScenarioResult[]): Record<string, string | number> {
  const count = (kind: string): number =>
    results.filter(({ verdict }) => verdictMapping[asVerdict(verdict)].junit === kind).length;
  return {
    tests: results.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: seconds(results.reduce((sum, { durationMs }) => sum + durationMs, 0)),
  };
}

function property(properties: XmlNode, name: string, value: string): void {
  properties.ele('property', { name, value });
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

function unreachable(kind: never): never {
  throw new Error(`unknown JUnit outcome ${String(kind)}`);
}
