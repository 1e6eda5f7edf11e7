import type { HarnessParts } from '../../runner/harness-parts.js';
import { capturedIo } from '../captured-io.js';
import { main } from '../main.js';

/** What a command said and how it ended. */
export interface EndedHere {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams, one behind the other. */
  readonly said: string;
}

/**
 * Runs `axys-certify` to its end inside this process, with the environment that a child would have: a PATH that leads
 * nowhere, on this machine or one of other parts. A process of its own takes three seconds more; a test needs it where the process is killed, signalled or watched.
 */
export async function runHere(args: readonly string[], cwd: string, parts?: HarnessParts): Promise<EndedHere> {
  const captured = capturedIo(cwd, { PATH: cwd });
  const code = await main(args, { ...captured.io, ...(parts === undefined ? {} : { parts }) });
  const [stdout, stderr] = [captured.stdout(), captured.stderr()];
  return { code, stdout, stderr, said: stdout + stderr };
}

/** An emulator that serves until it is stopped. */
export interface ServedHere {
  /** Ends it as SIGTERM would, and waits for that; rejects when it did not end well. */
  readonly stop: () => Promise<void>;
}

/** Serves `axys-certify emulator` with these flags inside this process; resolves once it listens. */
export async function serveHere(flags: readonly string[], cwd: string): Promise<ServedHere> {
  const captured = capturedIo(cwd, { PATH: cwd });
  const ended = main(['emulator', ...flags], captured.io);
  const over = ended.then(() => 'over' as const);
  while (!captured.stdout().includes('listening ')) {
    const pause = new Promise<'pause'>((resolve) => setTimeout(resolve, 5, 'pause'));
    if ((await Promise.race([over, pause])) === 'over') throw new Error(`the emulator ended: ${captured.stderr()}`);
  }
  return {
    stop: async () => {
      captured.interrupt();
      const code = await ended;
      if (code !== 0) throw new Error(`the emulator ended with ${String(code)}: ${captured.stderr()}`);
    },
  };
}
