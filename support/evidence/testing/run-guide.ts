import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { verifyGuideFile } from '../seal/verify-guide.js';

const run = promisify(execFile);

/** Why the guide cannot be followed on this machine; null when it can. */
export async function guideMisses(): Promise<string | null> {
  const wanted = 'command -v openssl sha256sum find && openssl pkeyutl -help 2>&1 | grep rawin';
  return run('sh', ['-c', wanted]).then(
    () => null,
    () => 'no openssl 3 or sha256sum on this machine',
  );
}

/** What following `VERIFY.md` of a pack said. */
export interface FollowedGuide {
  /** `OK`, `FAILED` or `nothing`, step by step. */
  readonly steps: readonly string[];
  readonly said: string;
}

/** Runs the commands of a pack's own guide, as they stand there, in its folder. `signer` is the fingerprint the signer gave. */
export async function followGuide(root: string, signer?: string): Promise<FollowedGuide> {
  const guide = await readFile(join(root, verifyGuideFile), 'utf8');
  const commands = [...guide.matchAll(/```sh\n([^`]*)```/g)].map(([, block]) => block).join('');
  const given = signer === undefined ? '' : `signer=${signer}\n`;
  const { stdout, stderr } = await run('sh', ['-uc', given + commands], { cwd: root });
  const steps = [1, 2, 3, 4].map((step) => {
    const lines = [...stdout.matchAll(new RegExp(`^step ${String(step)} (OK|FAILED): .`, 'gm'))];
    return lines.length === 1 ? (lines[0]?.[1] ?? 'nothing') : 'nothing';
  });
  return { steps, said: stdout + stderr };
}
