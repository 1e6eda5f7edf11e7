import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { annotationsOfDiff } from '../annotations/annotations-of-diff.js';
import { diffContracts } from '../diff/contract/diff-contracts.js';
import { diffExitCode } from '../diff/contract/diff-exit-code.js';
import { loadVersion } from '../diff/contract/load-version.js';
import { renderDiff } from '../diff/contract/render-diff.js';
import { coverageOfContract } from '../diff/impact/coverage-of-contract.js';
import { impactedDiff } from '../diff/impact/impacted-diff.js';
import { renderImpact } from '../diff/impact/render-impact.js';
import { openPack } from '../evidence/verify/open-pack.js';
import { annotate, type AnnotateFlags } from './annotate.js';
import { packPlace } from './pack-place.js';
import type { CommandIo } from './streams.js';

/** Flags of `diff`, parsed. */
export interface DiffFlags extends AnnotateFlags {
  readonly json?: boolean;
  /** Run id or path of a pack that was judged by the old contract. */
  readonly coverage?: string;
  readonly out: string;
}

/** The whole `diff` command: reads two contract files, prints what differs and says how bad it is as an exit code. */
export async function diff(oldFile: string, newFile: string, flags: DiffFlags, io: CommandIo): Promise<0 | 1 | 2> {
  const load = (file: string) => loadVersion(resolve(io.cwd, file), (path) => readFile(path, 'utf8'));
  const [old, next] = [await load(oldFile), await load(newFile)];
  const found = await diffContracts(old, next);
  const print = (json: unknown, text: string) =>
    io.stdout.write(flags.json === true ? `${JSON.stringify(json, null, 2)}\n` : text);
  if (flags.coverage === undefined) print(found, renderDiff(found));
  else {
    const pack = await openPack(await packPlace(flags.coverage, resolve(io.cwd, flags.out), io.cwd));
    const impacted = impactedDiff(found, await coverageOfContract(pack, old.document, old.file));
    print(impacted, `${renderDiff(found)}${renderImpact(impacted)}`);
  }
  await annotate((cwd) => annotationsOfDiff(found, cwd), flags, io);
  return diffExitCode(found.changes);
}
