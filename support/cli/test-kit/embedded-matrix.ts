import { rmSync } from 'node:fs';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { harnessParts } from '../../runner/harness-parts.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { capturedIo } from '../captured-io.js';
import { main } from '../main.js';

/** What tests read of summary.json. */
export interface MatrixSummary {
  readonly decision: string;
  readonly exitCode: number;
  readonly requirements: readonly { readonly id: string; readonly outcome: string; readonly reason?: string }[];
}

/** One finished run: exit code, everything printed, and what it left. */
export interface FinishedRun {
  readonly code: number;
  readonly printed: string;
  readonly summary: MatrixSummary;
  readonly results: readonly ScenarioResult[];
  /** Every file of the run by its path, as text. */
  readonly files: ReadonlyMap<string, string>;
}

/** Seed of every run of these tests: two of them differ in nothing else than what is compared. */
export const matrixSeed = '11';

/** Runs in this folder, with these further flags and variables, to the end. */
export async function finishRun(
  cwd: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<FinishedRun> {
  // No PATH leads to a Java runtime: the view it renders is not under test here.
  const captured = capturedIo(cwd, { PATH: cwd, ...env });
  // Whatever the machine of the tests has: a thread follows the whole matrix and derives it again.
  const parts = { ...harnessParts, cores: 4 };
  const code = await main(['run', '--seed', matrixSeed, ...args], { ...captured.io, parts });
  const files = await filesBelow(join(cwd, 'reports/runs'));
  const latest = join(cwd, 'reports/latest');
  const lines = (await readFile(join(latest, 'results/results.ndjson'), 'utf8')).trim().split('\n');
  return {
    code,
    printed: captured.stdout() + captured.stderr(),
    summary: JSON.parse(await readFile(join(latest, 'summary.json'), 'utf8')) as MatrixSummary,
    results: lines.map((line) => JSON.parse(line) as ScenarioResult),
    files,
  };
}

let made: Promise<FinishedRun> | null = null;

/** The whole matrix on the embedded emulator: made by the first who asks in this process, read by all, gone with the process. */
export function embeddedMatrix(): Promise<FinishedRun> {
  return (made ??= mkdtemp(join(tmpdir(), 'axys-embedded-matrix-')).then((cwd) => {
    process.once('exit', () => {
      rmSync(cwd, { recursive: true, force: true });
    });
    return finishRun(cwd, []);
  }));
}

async function filesBelow(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)));
}
