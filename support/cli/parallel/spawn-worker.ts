import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { packageRoot } from '../../config/package-root.js';
import type { CommandIo } from '../streams.js';

/** A worker under way. */
export interface Worker {
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Asks it to stop at the next safe place and to seal what it has. */
  stop(): void;
}

/** Starts this command line once more; `tell` gets each line of what it says about itself. */
export type StartWorker = (args: readonly string[], tell: (line: string) => void) => Worker;

/** Workers as processes of their own, in the same folder and environment. */
export function spawnWorkers({ cwd, env }: Pick<CommandIo, 'cwd' | 'env'>): StartWorker {
  const script = join(packageRoot(), 'dist/support/cli/axys-certify.js');
  return (args, tell) => {
    // The result is shown once, of the merged run.
    const child = spawn(process.execPath, ['--', script, ...args], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
    // Waited for before anything else: a process that cannot be started says so by an event.
    const ended = once(child, 'close').then(([code]) => code as number | null);
    // Where not even the pipe could be opened there is nothing to read.
    const said = child.stderr as Readable | undefined;
    if (said !== undefined) createInterface({ input: said }).on('line', tell);
    return {
      ended,
      stop: () => {
        child.kill('SIGTERM');
      },
    };
  };
}
