import { exitCode, type ExitCode } from '../messages/exit-code.js';
import { explainError } from './explain-error.js';
import type { CommandIo } from './streams.js';

/** What is needed of the process. */
export interface WatchedProcess {
  on(event: 'uncaughtException', tell: (error: unknown) => void): unknown;
  listenerCount(event: 'uncaughtException'): number;
  exit(code: ExitCode): void;
}

/**
 * Ends the process with exit code 3 for an error that nobody waited for. Node's own exit code for it is 1, which here means
 * that the product is rejected. While Cucumber runs a step it listens as well, and the step fails: then it is left to it.
 */
export function watchForUncaught(process: WatchedProcess, io: Pick<CommandIo, 'stderr'>): void {
  process.on('uncaughtException', (error) => {
    if (process.listenerCount('uncaughtException') > 1) return;
    explainError(error, io);
    process.exit(exitCode.harnessError);
  });
}
