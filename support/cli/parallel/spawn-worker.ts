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
  /** Asks it to stop at the next safe place and to seal what it has. It does so by itself when this process is gone. */
  stop(): void;
}

/** Starts this command line once more; `tell` gets each line of what it says about itself. */
export type StartWorker = (args: readonly string[], tell: (line: string) => void) => Worker;

/** Workers as processes of their own, in the same folder and environment. */
export function spawnWorkers({ cwd, env }: Pick<CommandIo, 'cwd' | 'env'>): StartWorker {
  const script = join(packageRoot(), 'dist/support/cli/axys-certify.js');
  return (args, tell) => {
    const child = spawn(process.execPath, ['--', script, ...args], {
      // The result is shown once, of the merged run. Of the channel only its end matters.
      ...{ cwd, env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
      // Ctrl-C signals a whole process group: a worker would hear it beside us, before it can stop in order.
      ...{ detached: true, windowsHide: true },
    });
    // Waited for before anything else: a process that cannot be started says so by an event.
    const exited = once(child, 'exit').then(([code]) => code as number | null);
    // Where not even the pipe could be opened there is nothing to read.
    const said = child.stderr as Readable | undefined;
    const heard = said === undefined ? null : once(createInterface({ input: said }).on('line', tell), 'close');
    // Trap: `close` of a child, which stands for both, never comes once its channel was closed from here.
    const ended = Promise.all([exited, heard]).then(([code]) => code);
    return {
      ended,
      stop: () => {
        if (child.connected) child.disconnect();
      },
    };
  };
}
