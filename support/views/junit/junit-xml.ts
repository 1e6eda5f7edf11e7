import { createCB, type fragmentCB } from 'xmlbuilder2';
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

type XmlWriter = ReturnType<typeof fragmentCB>;

/**
 * The run as JUnit XML, in pieces: a suite per feature, a test case per scenario, our own verdict and what proves it as its
 * output; a suite of the rows that people attested, and in a run that was stopped, what it left out. Only what the schema of Jenkins knows (junit-10) is written, so that
 * strict readers take it; `schemas/evidence/junit.xsd` is the part of it that we use.
 */
export function* junitPieces({ run, shown: results }: ShownRun): Generator<string> {
  const { facts, gate } = run;
  let written: string[] = [];
  const data = (piece: string) => written.push(piece);
  const xml = createCB({ data, prettyPrint: true });
  xml.dec({ version: '1.0', encoding: 'UTF-8' });
  element(xml, 'testsuites', { name: `axys-certify ${facts.runId}`, ...totals(results) });
  const features = [...new Set(results.map(({ feature }) => feature))];
  for (const feature of features) {
    const cases = results.filter((result) => result.feature === feature);
    const timestamp = cases[0]?.startedAt ?? '';
    element(xml, 'testsuite', { name: feature, timestamp, ...totals(cases), skipped: countOf('skipped', cases) });
    xml.ele('properties');
    property(xml, 'decision', gate.decision);
    property(xml, 'target', `${facts.target.environment} (${facts.target.class})`);
    property(xml, 'contract', facts.contract.sha256);
    xml.up();
    for (const result of cases) {
      addCase(xml, result);
      yield written.join('');
      written = [];
    }
    xml.up();
  }
  xml.end();
  yield `${written.join('')}\n`;
}

/** Writes `junit.xml`. */
export const writeJunit: FirstView['write'] = async (folder, { run, recorded }) => {
  await folder.writeStream('junit.xml', junitPieces(await shownResults(run, recorded)));
};

function addCase(xml: XmlWriter, result: ScenarioResult): void {
  const verdict = asVerdict(result.verdict);
  const classname = result.feature.replace(/\.feature$/, '').replaceAll('/', '.');
  element(xml, 'testcase', { name: shownName(result), classname, time: seconds(result.durationMs) });
  const message = `${verdict}: ${result.reason}`;
  const incidents = incidentsOf(result).map(({ level, id, message: line }) => `${level} ${id}: ${line}`);
  const details = incidents.length === 0 ? [] : [...incidents, `replay: ${replayLine(result.id)}`];
  addOutcome(xml, verdict, message, details.join('\n'));
  xml.ele('system-out').txt(printable([...factLines(result, verdict), message, ...details].join('\n')));
  xml.up().up();
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
      element(xml, 'skipped', { message }).up();
      return;
    case 'failure':
    case 'error':
      element(xml, kind, { message, type: verdict }).txt(printable(details)).up();
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

function element(xml: XmlWriter, name: string, attributes: Readonly<Record<string, string | number>>): XmlWriter {
  const entries = Object.entries(attributes).map(([key, value]) => [key, printable(String(value))]);
  return xml.ele(name, Object.fromEntries(entries) as Record<string, string>);
}

/** XML cannot hold control characters or halves of characters, not even escaped; the writer lets them through. */
function printable(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}

function property(xml: XmlWriter, name: string, value: string): void {
  element(xml, 'property', { name, value }).up();
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
