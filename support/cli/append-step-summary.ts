import { appendFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { errorCode } from '../config/read-problem.js';
import { writeProblem } from '../config/write-problem.js';
import { stepSummaryTarget } from '../config/step-summary-target.js';
import { largestSummary, renderStepSummary, stepSummaryFile } from '../views/step-summary/step-summary.js';
import type { DerivedRun } from '../views/derived-run.js';
import { errorsOf } from '../messages/coded-error.js';
import { stepSummaryMessages } from '../messages/step-summary-messages.js';
import { explainError } from './explain-error.js';
import type { CommandIo } from './streams.js';

const cannot = errorsOf(stepSummaryMessages, 'harnessError');

/** GitHub shows nothing at all of a step whose file is larger than this, in bytes. */
const wholeFile = 1024 * 1024;
/** Less than this is not worth beginning with. */
const least = 4096;

const withheld = `## axys-certify: TAMPERED (exit 4)

The evidence of this run holds card data, so nothing of it is shown here. card-data-scan.json in the run folder says where.
`;

/**
 * Appends a finished run's summary to the file that the CI system names, as far as the file may still grow. A job's page is
 * read by more people than the pack: of a pack with card data it gets one sentence. Problems are told (SUM-101).
 */
export async function appendStepSummary(
  run: DerivedRun,
  folder: string,
  { env, cwd, stderr }: Pick<CommandIo, 'env' | 'cwd' | 'stderr'>,
): Promise<void> {
  const target = stepSummaryTarget(env);
  if (target === null) return;
  const file = resolve(cwd, target);
  const tell = (problem: string, cause?: unknown) =>
    explainError(cannot('SUM-101', { file, problem, summary: join(folder, stepSummaryFile) }, cause), { stderr });
  try {
    const room = wholeFile - (await sizeOf(file));
    if (room < least) tell(`it holds ${wholeFile - room} bytes already, and more than ${wholeFile} are not shown`);
    else await appendFile(file, run.recorded.cardData === 'broken' ? withheld : renderStepSummary(run, Math.min(room, largestSummary))); // prettier-ignore
  } catch (error) {
    tell(writeProblem(error), error);
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 0;
    throw error;
  }
}
