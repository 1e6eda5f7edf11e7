import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../config/read-problem.js';

/** Begins the name of a folder on its way out. */
export const leaving = '.removed-';

/** Below the reports folder: packs with their zips, and the Allure reports made from them. */
export const runsFolder = 'runs';
const allureFolder = 'allure';

/**
 * Removes a run from the reports folder: its zip, its Allure report, its folder. The folder leaves its name first, at once,
 * so that a removal that stops halfway never leaves something that looks like a pack with files missing.
 */
export async function removeRun(reports: string, runId: string): Promise<void> {
  const out = join(reports, runsFolder, `${leaving}${runId}`);
  try {
    await rename(join(reports, runsFolder, runId), out);
  } catch (error) {
    // Another run that keeps house in the same folder was quicker.
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  for (const path of [join(reports, runsFolder, `${runId}.zip`), join(reports, allureFolder, runId), out])
    await rm(path, { recursive: true, force: true });
}
