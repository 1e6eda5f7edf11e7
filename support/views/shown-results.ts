import type { ScenarioResult } from '../verdict/scenario-result.js';
import { attestedRows } from './attested-rows.js';
import type { DecidedRun } from '../evidence/decided-run.js';
import { unfinishedRun } from './unfinished-run.js';
import type { RecordedStreams } from '../evidence/recorded-streams.js';

/** A run for views that know tests and nothing else. */
export interface ShownRun {
  readonly run: DecidedRun;
  /** Results in running order, then what a stopped run left out, then what people attested. */
  readonly shown: readonly ScenarioResult[];
}

/** What views made of tests show of a run (JUnit, CTRF, Allure), the same in all of them. */
export async function shownResults(run: DecidedRun, recorded: RecordedStreams): Promise<ShownRun> {
  return { run, shown: [...run.results, ...(await unfinishedRun(run, recorded)), ...attestedRows(run)] };
}
