import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../config/package-root.js';
import { writeProblem } from '../../config/write-problem.js';
import { errorsOf } from '../../messages/coded-error.js';
import { mutationMessages } from '../../messages/mutation-messages.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import type { MutationScore } from './mutation-score.js';
import { renderKillMatrix } from './render-kill-matrix.js';

const cannot = errorsOf(mutationMessages, 'harnessError');

/** Where the score of this build lies, beside what the build says about itself; absolute. */
export function buildScoreFile(): string {
  return join(packageRoot(), 'dist', 'harness', 'mutation-score.json');
}

/** Removes the score of this build: while another is being made, and when that fails, there is none. MUT-304 when it cannot. */
export async function forgetScore(file: string = buildScoreFile()): Promise<void> {
  await orTell(dirname(file), () => rm(file, { force: true }));
}

/**
 * Writes score and kill matrix to `<reports>/mutation/`; the score of everything there is also becomes the score of this
 * build, which its packs carry. Gives the folder. MUT-304 for a folder that cannot be written, MUT-305 for another shape.
 */
export async function keepScore(
  score: MutationScore,
  reports: string,
  file: string = buildScoreFile(),
): Promise<string> {
  const problem = shapeProblem('mutation-score', score);
  if (problem !== null) throw cannot('MUT-305', { ...problem });
  const text = `${JSON.stringify(score, null, 2)}\n`;
  const folder = join(reports, 'mutation');
  await orTell(folder, async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'mutation-score.json'), text);
    await writeFile(join(folder, 'kill-matrix.txt'), renderKillMatrix(score));
  });
  if (score.whole) await orTell(dirname(file), () => writeFile(file, text));
  return folder;
}

async function orTell(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw cannot('MUT-304', { folder, problem: writeProblem(error) }, error);
  }
}
