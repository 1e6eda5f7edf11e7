import type { ScenarioResult } from '../../verdict/scenario-result.js';
import type { ScenarioVerdict } from '../../verdict/verdict.js';
import { asVerdict } from '../../verdict/verdict-order.js';
import { harFileOf } from '../har/har-file.js';
import { incidentsOf } from '../../evidence/causes.js';
import { replayLine } from '../../evidence/reproduce/replay-line.js';
import { shownName } from '../shown-name.js';
import { shownResults, type ShownRun } from '../shown-results.js';
import { verdictMapping, type ForeignVerdict } from '../verdict-mapping.js';
import type { FirstView } from '../view.js';
import { unreachable } from '../../messages/unreachable.js';
import { XmlWriter } from './xml-writer.js';

/**
 * The run as JUnit XML, in pieces: a suite per feature, a test case per scenario, our own verdict and what proves it as its
 * output; a suite of the rows that people attested, and in a run that was stopped, what it left out. Only what the schema of Jenkins knows (junit-10) is written, so that
 * strict readers take it; `schemas/evidence/junit.xsd` is the part of it that we use.
 */
export function* junitPieces({ run, shown: results }: ShownRun): Generator<string> {
  const { facts, gate } = run;
  const xml = new XmlWriter();
  xml.element('testsuites', { name: `axys-certify ${facts.runId}`, ...totals(results) });
  const features = [...new Set(results.map(({ feature }) => feature))];
  for (const feature of features) {
    const cases = results.filter((result) => result.feature === feature);
    const timestamp = cases[0]?.startedAt ?? '';
    xml.element('testsuite', { name: feature, timestamp, ...totals(cases), skipped: countOf('skipped', cases) });
    xml.element('properties', {});
    property(xml, 'decision', gate.decision);
    property(xml, 'target', `${facts.target.environment} (${facts.target.class})`);
    property(xml, 'contract', facts.contract.sha256);
    xml.end();
    for (const result of cases) {
      addCase(xml, result);
      yield xml.take();
    }
    xml.end();
  }
  xml.end();
  yield `${xml.take()}\n`;
}

/** Writes `junit.xml`. */
export const writeJunit: FirstView['write'] = async (folder, { run, recorded }) => {
  await folder.writeStream('junit.xml', junitPieces(await shownResults(run, recorded)));
};

function addCase(xml: XmlWriter, result: ScenarioResult): void {
  const verdict = asVerdict(result.verdict);
  const classname = result.feature.replace(/\.feature$/, '').replaceAll('/', '.');
  xml.element('testcase', { name: shownName(result), classname, time: seconds(result.durationMs) });
  const message = `${verdict}: ${result.reason}`;
  const incidents = incidentsOf(result).map(({ level, id, message: line }) => `${level} ${id}: ${line}`);
  const details = incidents.length === 0 ? [] : [...incidents, `replay: ${replayLine(result.id)}`];
  addOutcome(xml, verdict, message, details.join('\n'));
  xml
    .element('system-out', {})
    .text([...factLines(result, verdict), message, ...details].join('\n'))
    .end();
  xml.end();
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

function addOutcome(xml: XmlWriter, verdict: ScenarioVerdict, message: string, details: string): void {
  const kind = verdictMapping[verdict].junit;
  switch (kind) {
    case null:
    case 'system-out':
      return;
    case 'skipped':
      xml.element('skipped', { message }).end();
      return;
    case 'failure':
    case 'error':
      xml.element(kind, { message, type: verdict }).text(details).end();
      return;
    default:
      unreachable(kind, 'JUnit outcome');
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

function property(xml: XmlWriter, name: string, value: string): void {
  xml.element('property', { name, value }).end();
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
