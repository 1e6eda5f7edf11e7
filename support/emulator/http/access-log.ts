import { open } from 'node:fs/promises';
import { writeProblem } from '../../config/write-problem.js';
import { errorsOf } from '../../messages/coded-error.js';
import { emulatorMessages } from '../../messages/emulator-messages.js';

const logError = errorsOf(emulatorMessages, 'configuration');

/** One line of the access log. Ids and bodies never get here: a path is named by its operation. */
export interface AccessEntry {
  /** Emulated time, ISO 8601. */
  readonly at: string;
  readonly method: string;
  /** Null for a path outside the contract or a request refused before routing. */
  readonly operationId: string | null;
  /** Path template. */
  readonly route: string | null;
  readonly status: number;
  /** Real milliseconds. */
  readonly ms: number;
  readonly client: string;
}

/** Where access entries go. */
export interface AccessLog {
  write(entry: AccessEntry): void;
  /** Resolves when everything is on disk; rejects with EMU-105 when a line could not be written. */
  close(): Promise<void>;
}

/** Opens the NDJSON log, readable by its owner only; null keeps no log. Throws EMU-105 (exit 78). */
export async function openAccessLog(file: string | null): Promise<AccessLog> {
  if (file === null) return { write: () => undefined, close: () => Promise.resolve() };
  const failed = (problem: unknown) => logError('EMU-105', { file, reason: writeProblem(problem) }, problem);
  const handle = await open(file, 'a', 0o600).catch((problem: unknown) => {
    throw failed(problem);
  });
  const stream = handle.createWriteStream();
  let broken: unknown = null;
  stream.on('error', (problem) => (broken = problem));
  return {
    write: (entry) => {
      stream.write(`${JSON.stringify(entry)}\n`);
    },
    async close() {
      await new Promise<void>((resolve) => {
        stream.on('close', resolve);
        stream.end();
      });
      if (broken !== null) throw failed(broken);
    },
  };
}
