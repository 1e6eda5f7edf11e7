import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EnvironmentName } from '../../config/environment-name.js';
import { readProblem } from '../../config/read-problem.js';
import { evidenceFolder } from '../../evidence/evidence-folder.js';
import { errorsOf } from '../../messages/coded-error.js';
import { resumeConfigurationMessages } from '../../messages/resume-messages.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import type { Selection } from '../selection.js';

const cannot = errorsOf(resumeConfigurationMessages, 'configuration');

/** Below a run's folder. */
export const runRecordFile = 'plan/run.json';

/** What a run is bound to, frozen before its first call: `plan/run.json`. Holds no secret. */
export interface RunRecord {
  readonly runId: string;
  readonly startedAt: string;
  readonly seed: number;
  readonly selection: Selection;
  /** Planned scenarios, in running order. */
  readonly scenarios: readonly string[];
  /** SHA-256 (hex) of what is run: features and the catalogues beside the contract. */
  readonly featuresSha256: string;
  readonly environment: EnvironmentName;
  readonly baseUrl: string;
  /** True when the target was part of the run and ended with it. */
  readonly embedded: boolean;
  readonly contractSha256: string;
  /** True when AXYS_CONTRACT named the contract. */
  readonly contractGiven: boolean;
  /** True when AXYS_CONTRACT_OVERLAY changed it. */
  readonly overlay: boolean;
  /** SHA-256 (hex) of the program profile without attestations and waivers: what the scenarios ran by. */
  readonly programSha256: string;
  /** SHA-256 (hex) of the program profile as merged. */
  readonly profileSha256: string;
  /** Tells whether the same key and certificate are used; see `labelKeyOf`. */
  readonly credentials: string;
  readonly harnessVersion: string;
  /** SHA-256 (hex) of the code of the build; absent in records that an earlier build wrote. */
  readonly codeSha256?: string;
}

/** Writes `plan/run.json`, whole or not at all. */
export async function writeRunRecord(folder: string, record: RunRecord): Promise<void> {
  await evidenceFolder(folder).write(runRecordFile, `${JSON.stringify(record, null, 2)}\n`);
}

/** Reads `plan/run.json`; null when the folder has none. RES-202 (78) when it is not a run record. */
export async function readRunRecord(folder: string): Promise<RunRecord | null> {
  const file = join(folder, runRecordFile);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw cannot('RES-202', { file, problem: readProblem(error) }, error);
  });
  if (text === null) return null;
  const value = parsed(text, file);
  const problem = shapeProblem('run-record', value);
  if (problem === null) return value as RunRecord;
  const said = `expected ${problem.expected} at ${problem.where}, received ${problem.received}`;
  throw cannot('RES-202', { file, problem: said });
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw cannot('RES-202', { file, problem: 'it is not JSON' }, error);
  }
}
