import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../config/read-problem.js';
import { manifestFiles } from '../../evidence/seal/manifest.js';
import { isRecord } from '../../evidence/verify/json-shape.js';
import { decisions, type Decision } from '../../verdict/verdict.js';
import { livingHolder, readLock } from '../lock-file.js';
import { systemProcesses, type Processes } from '../../config/processes.js';
import { lockFileOf } from '../resume/hold-run.js';
import { isRunId } from '../run-id.js';
import type { FoundRun } from './found-run.js';

/** The folders of `runs/` that bear the name of a run; links and everything else are not looked at. */
export async function runsIn(folder: string, processes: Processes = systemProcesses): Promise<readonly FoundRun[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory() && isRunId(entry.name)).map(({ name }) => name);
  const found: FoundRun[] = [];
  for (const runId of names) {
    const run = join(folder, runId);
    found.push({ runId, decision: await decisionOf(run, runId), held: await isHeld(run, processes) });
  }
  return found;
}

async function isHeld(run: string, processes: Processes): Promise<boolean> {
  const lock = await readLock(lockFileOf(run));
  return lock !== null && (await livingHolder(lock, processes)) !== null;
}

/** The decision of a closed pack whose files name this very run; null for anything else. */
async function decisionOf(run: string, runId: string): Promise<Decision | null> {
  const [manifest, summary] = [await jsonIn(join(run, manifestFiles.json)), await jsonIn(join(run, 'summary.json'))];
  if (!isRecord(manifest) || !isRecord(summary)) return null;
  if (manifest['runId'] !== runId || summary['runId'] !== runId) return null;
  return decisions.find((word) => word === summary['decision']) ?? null;
}

/** The content of a JSON file; null for one that is not there or no JSON, which is then none of our packs. */
async function jsonIn(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) !== null) return null;
    throw error;
  }
}
