import { create } from 'xmlbuilder2';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import type { ScenarioVerdict } from '../../verdict/verdict.js';
import { asVerdict } from '../../verdict/verdict-order.js';
import { attestedRows } from '../attested-rows.js';
import type { DecidedRun } from '../decided-run.js';
import type { EvidenceFolder } from '../evidence-folder.js';
import { harFileOf } from '../har/har-file.js';
import { incidentsOf } from '../causes.js';
import { replayLine } from '../reproduce/replay-line.js';
import { shownName } from '../shown-name.js';
import { verdictMapping, type ForeignVerdict } from '../verdict-mapping.js';

type XmlNode = ReturnType<typeof create>;

/**
 * The run as JUnit XML: a suite per feature, a test case per scenario, our own verdict and what proves it as its output; and
 * a suite of the rows that people attested. Only what the schema of Jenkins knows (junit-10) is written, so that strict
 * readers take it; `schemas/evidence/junit.xsd` is the part of it that we use.
 */
export function junitXml(run: DecidedRun): string {
  const { facts, gate } = run;
  const results = [...run.results, ...attestedRows(run)];
  const document = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' });
  const root = document.ele('testsuites', { name: `axys-certify ${facts.runId}`, ...totals(results) });
  const features = [...new Set(results.map(({ feature }) => feature))];
  for (const feature of features) {
    const cases = results.filter((result) => result.feature === feature);
    const suite = root.ele('testsuite', {
      name: feature,
      timestamp: cases[0]?.startedAt ?? '',
      ...totals(cases),
      skipped: countOf('skipped', cases),
    });
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
    name: shownName(result),
    classname: result.feature.replace(/\.feature$/, '').replaceAll('/', '.'),
    time: seconds(result.durationMs),
  });
  const message = `${verdict}: ${result.reason}`;
  const incidents = incidentsOf(result).map(({ level, id, message: line }) => `${level} ${id}: ${line}`);
  const details = incidents.length === 0 ? [] : [...incidents, `replay: ${replayLine(result.id)}`];
  addOutcome(node, verdict, message, details.join('\n'));
  node.ele('system-out').txt([...factLines(result, verdict), message, ...details].join('\n'));
}

/** Everything we know of a scenario that the format has no place for. */
function factLines({ id, feature, line, requirements, marks, exchangeIds }: ScenarioResult, verdict: string): string[] {
  return [
    `scenario: ${id}`,
    `feature: features/${feature}:${line}`,
    `verdict: ${verdict}`,
    `requirements: ${requirements.join(' ') || 'none'}`,
    `marks: ${marks.join(' ') || 'none'}`,
    `traffic: ${exchangeIds.length === 0 ? 'none' : harFileOf(id)}`,
  ];
}

function addOutcome(node: XmlNode, verdict: ScenarioVerdict, message: string, details: string): void {
  const kind = verdictMapping[verdict].junit;
  switch (kind) {
    case null:
    case 'system-out':
      return;
    case 'skipped':
      node.ele('skipped', { message });
      return;
    case 'failure':
    case 'error':
      node.ele(kind, { message, type: verdict }).txt(details);
      return;
    default:
      unreachable(kind);
  }
}

/** What a suite and the whole have in common; only a suite has a place for the skipped ones. */
function totals(results: readonly ScenarioResult[]): Record<string, string | number> {
  return {
    tests: results.length,
    failures: countOf('failure', results),
    errors: countOf('error', results),
    time: seconds(results.reduce((sum, { durationMs }) => sum + durationMs, 0)),
  };
}

function countOf(kind: ForeignVerdict['junit'], results: readonly ScenarioResult[]): number {
  return results.filter(({ verdict }) => verdictMapping[asVerdict(verdict)].junit === kind).length;
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
