import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { diffContracts } from '../diff/contract/diff-contracts.js';
import { diffExitCode } from '../diff/contract/diff-exit-code.js';
import { renderDiff } from '../diff/contract/render-diff.js';
import type { CommandIo } from './streams.js';

/** Flags of `diff`, parsed. */
export interface DiffFlags {
  readonly json?: boolean;
}

/** The whole `diff` command: reads two contract files, prints what differs and says how bad it is as an exit code. */
export async function diff(old: string, next: string, flags: DiffFlags, io: CommandIo): Promise<0 | 1 | 2> {
  const found = await diffContracts(resolve(io.cwd, old), resolve(io.cwd, next), (file) => readFile(file, 'utf8'));
  io.stdout.write(flags.json === true ? `${JSON.stringify(found, null, 2)}\n` : renderDiff(found));
  return diffExitCode(found.changes);
}
