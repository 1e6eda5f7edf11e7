import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageRoot } from '../../config/package-root.js';

/** The built command line as a process of its own. */
export interface Child {
  readonly process: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/**
 * Starts `axys-certify` with these arguments in a folder, with no environment but a PATH that leads nowhere and `extra`; with
 * `leader` as the first of a process group, as a terminal does.
 */
export function startChild(
  args: readonly string[],
  cwd: string,
  extra: Readonly<Record<string, string>> = {},
  leader = false,
): Child {
  const script = join(packageRoot(), 'dist/support/cli/axys-certify.js');
  const options = { cwd, env: { PATH: cwd, ...extra }, detached: leader };
  const child = spawn(process.execPath, ['--', script, ...args], options);
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { process: child, stdout: () => out.join(''), stderr: () => err.join(''), ended };
}

/** Resolves once the condition holds, looked at every few milliseconds; rejects when the process ends before. */
export async function untilHolds(child: Child, holds: () => boolean | Promise<boolean>): Promise<void> {
  const over = child.ended.then(() => 'over' as const);
  while (!(await holds())) {
    const pause = new Promise<'pause'>((resolve) => setTimeout(resolve, 5, 'pause'));
    if ((await Promise.race([over, pause])) === 'over') {
      throw new Error(`the process ended early:\n${child.stdout()}${child.stderr()}`);
    }
  }
}
