import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { allureFolder } from '../views/allure/write-allure.js';
import { errorsOf } from '../messages/coded-error.js';
import { failureMessages } from '../messages/cli-messages.js';
import { verifyUsageMessages } from '../messages/verify-messages.js';
import { hasAllureResults, renderAllureReport } from './allure-report.js';
import { readEarlierRuns } from './earlier-runs.js';
import { packPlace } from './pack-place.js';
import type { CommandIo } from './streams.js';

const failed = errorsOf(failureMessages, 'harnessError');
const usage = errorsOf(verifyUsageMessages, 'usage');

/** Flags of `report`, parsed. */
export interface ReportFlags {
  readonly out: string;
  /** Run ids, folders or zips whose endings the report shows as history. */
  readonly previous: readonly string[];
}

/**
 * The whole `report` command: makes the Allure report beside the run and says where. VFY-101 (64) where there is no run, as
 * every command that takes one says; CMD-304 (3) for a run without results.
 */
export async function report(run: string, flags: ReportFlags, io: CommandIo): Promise<void> {
  const reports = resolve(io.cwd, flags.out);
  const folder = await runFolder(run, reports, io.cwd);
  const results = join(folder, allureFolder);
  if (!(await hasAllureResults(results))) throw failed('CMD-304', { run, folder });
  const earlier = await readEarlierRuns(flags.previous, reports, io.cwd);
  const output = join(home(folder, reports), 'allure', basename(folder));
  const page = await renderAllureReport({ results, output, env: io.env, earlier });
  io.stdout.write(`Allure report: ${page}\n`);
}

/** The folder of a run. VFY-101 (64) when there is none: what is named does not exist, or is the zip of a run. */
async function runFolder(run: string, reports: string, cwd: string): Promise<string> {
  const place = await packPlace(run, reports, cwd);
  const found = await stat(place).catch((cause: unknown) => {
    throw usage('VFY-101', { pack: place, problem: 'there is no such folder or file' }, cause);
  });
  if (!found.isDirectory()) throw usage('VFY-101', { pack: place, problem: 'it is no folder of a run' });
  return place;
}

/** The reports folder a run lies in; the given one for a run that was moved out of it. */
function home(folder: string, reports: string): string {
  return basename(dirname(folder)) === 'runs' ? dirname(dirname(folder)) : reports;
}
