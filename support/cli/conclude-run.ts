import { join, relative } from 'node:path';
import { renderResultScreen } from '../evidence/result-screen.js';
import { summaryOf } from '../evidence/summary.js';
import type { DerivedRun } from '../evidence/views/derived-run.js';
import type { ExitCode } from '../verdict/exit-code.js';
import { showAllureReport } from './allure-report.js';
import { pointLatest } from './latest.js';
import type { CommandIo } from './streams.js';

/** Where a finished run lies. */
export interface FinishedPlace {
  /** The reports folder, absolute. */
  readonly reports: string;
  /** The run's own folder below it, absolute. */
  readonly folder: string;
  readonly json: boolean;
}

/** Points `latest` at a finished run, prints its result, renders the Allure view, and says the exit code. */
export async function concludeRun(
  run: DerivedRun,
  { reports, folder, json }: FinishedPlace,
  io: CommandIo,
): Promise<ExitCode> {
  const { runId } = run.facts;
  await pointLatest(reports, runId);
  io.stdout.write(json ? `${JSON.stringify(summaryOf(run), null, 2)}\n` : screen(run, folder, io));
  // Whoever interrupts is about to kill: the views that take long can be made later.
  if (!io.interrupted.aborted) await showAllureReport(folder, join(reports, 'allure', runId), io);
  return run.gate.exitCode;
}

function screen(run: DerivedRun, folder: string, io: CommandIo): string {
  const pack = relative(io.cwd, folder);
  return renderResultScreen(run, {
    pack: pack.startsWith('..') ? folder : pack,
    colour: io.stdout.isTTY === true && io.env['NO_COLOR'] === undefined,
    width: io.stdout.columns ?? 160,
  });
}
