import type { EarlierRun } from '../views/allure/history.js';
import { bytesOf, jsonOf, openPack } from '../evidence/verify/open-pack.js';
import { isRecord } from '../evidence/verify/json-shape.js';
import { CodedError, errorsOf } from '../messages/coded-error.js';
import { failureMessages } from '../messages/cli-messages.js';
import { recorderFiles } from '../trace/recorder-files.js';
import { packPlace } from './pack-place.js';
import { shapeProblem } from '../config/evidence-schema.js';
import { finalResults } from '../verdict/final-results.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';

const failed = errorsOf(failureMessages, 'harnessError');

/**
 * Reads earlier runs for a report's history, each a run id of the reports folder or the path of a folder or a zip, and puts
 * them in the order they were made. They are shown, not verified. VFY-101 (64) for one that is not there,
 * CMD-306 for one that cannot be read.
 */
export async function readEarlierRuns(names: readonly string[], reports: string, cwd: string): Promise<EarlierRun[]> {
  const runs: EarlierRun[] = [];
  for (const name of names) runs.push(await readEarlierRun(name, reports, cwd));
  const startOf = ({ results }: EarlierRun) => results.map(({ startedAt }) => startedAt).toSorted()[0] ?? '';
  return runs.toSorted((a, b) => startOf(a).localeCompare(startOf(b)));
}

async function readEarlierRun(name: string, reports: string, cwd: string): Promise<EarlierRun> {
  const place = await packPlace(name, reports, cwd);
  try {
    const pack = await openPack(place);
    const summary = await jsonOf(pack, 'summary.json');
    if (!isRecord(summary) || typeof summary['runId'] !== 'string') throw new Error('summary.json names no run');
    const lines = (await bytesOf(pack, recorderFiles.results)).toString('utf8').split('\n');
    return { runId: summary['runId'], results: finalResults(lines.filter((line) => line !== '').map(resultIn)) };
  } catch (cause) {
    if (cause instanceof CodedError && cause.code === 'VFY-101') throw cause;
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw failed('CMD-306', { run: name, place, problem }, cause);
  }
}

function resultIn(line: string): ScenarioResult {
  const value: unknown = JSON.parse(line);
  const problem = shapeProblem('result', value);
  if (problem !== null) throw new Error(`${recorderFiles.results} has another shape at ${problem.where}`);
  return value as ScenarioResult;
}
