/** What is needed of the process. */
export interface SignalledProcess {
  readonly pid: number;
  on(signal: NodeJS.Signals, hear: () => void): unknown;
  removeAllListeners(signal: NodeJS.Signals): unknown;
  kill(pid: number, signal: NodeJS.Signals): unknown;
}

/**
 * Aborts at the first SIGINT or SIGTERM, so that everything is written and closed; at the second the process ends at once.
 *
 * Trap: the listeners stay. A library that cleans up at exit (signal-exit, below testcontainers) ends the process as soon as
 * it finds itself the only listener, and a listener that is called once is gone by then.
 */
export function stopOnSignals(process: SignalledProcess, interrupted: AbortController): void {
  let heard = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Counted here: a worker may have been stopped by who started it just before.
      if (!heard) {
        heard = true;
        interrupted.abort(new Error(`interrupted by ${signal}`));
        return;
      }
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    });
  }
}
