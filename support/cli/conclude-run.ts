import { relative } from 'node:path';
import { annotationsOfRun } from '../annotations/annotations-of-run.js';
import { renderResultScreen } from '../views/result-screen/result-screen.js';
import { summaryOf } from '../evidence/summary.js';
import type { DerivedRun } from '../views/derived-run.js';
import type { ExitCode } from '../messages/exit-code.js';
import { annotate, type AnnotateFlags } from './annotate.js';
import { appendStepSummary } from './append-step-summary.js';
import type { AllureBeside } from './allure-beside.js';
import { givenAgain, variablesAgain, type GivenFlags } from './given-again.js';
import { keepNewest } from './keep-newest.js';
import { pointLatest } from './latest.js';
import type { CommandIo } from './streams.js';

/** Where a finished run lies. */
export interface FinishedPlace {
  /** The reports folder, absolute. */
  readonly reports: string;
  /** The run's own folder below it, absolute. */
  readonly folder: string;
  readonly flags: AnnotateFlags & GivenFlags & { readonly json?: boolean; readonly keep?: number };
  /** The report that was begun when the views were written. */
  readonly allure: AllureBeside;
}

/** Points `latest` at a finished run, prints its result, waits for the Allure view, and says the exit code. */
export async function concludeRun(
  run: DerivedRun,
  { reports, folder, flags, allure }: FinishedPlace,
  io: CommandIo,
): Promise<ExitCode> {
  const { runId } = run.facts;
  await pointLatest(reports, runId);
  io.stdout.write(
    flags.json === true ? `${JSON.stringify(summaryOf(run), null, 2)}\n` : screen(run, { folder, flags }, io),
  );
  await annotate((cwd) => annotationsOfRun(run, cwd), flags, io);
  await appendStepSummary(run, folder, io);
  await allure.show(run);
  if (flags.keep !== undefined) await keepNewest(flags.keep, { run, reports }, io);
  return run.gate.exitCode;
}

function screen(run: DerivedRun, { folder, flags }: Pick<FinishedPlace, 'folder' | 'flags'>, io: CommandIo): string {
  const pack = relative(io.cwd, folder);
  return renderResultScreen(run, {
    pack: pack.startsWith('..') ? folder : pack,
    ...{ variables: variablesAgain(io.env), again: givenAgain(flags) },
    colour: io.stdout.isTTY === true && io.env['NO_COLOR'] === undefined,
    width: io.stdout.columns ?? 160,
  });
}
