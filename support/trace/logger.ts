import { pino, type Logger } from 'pino';
import type { NdjsonStream } from './ndjson-stream.js';
import type { Clock } from '../config/clock.js';
import { logLevels } from './log-levels.js';
import { steadyTime } from './steady-time.js';
import { logLevelError } from './trace-error.js';
import type { Masker } from './mask/mask-record.js';

/** What a logger is made of. */
export interface LoggerOptions {
  /** One of {@link logLevels}. */
  readonly level: string;
  /** Where the lines go; see `logFile`. */
  readonly destination: NdjsonStream;
  readonly mask: Masker;
  readonly clock: Clock;
}

/** The run's log. */
export interface RunLogger {
  readonly root: Logger;
  /** A child whose lines carry the scenario's id. */
  scenario(scenarioId: string): Logger;
  /** Resolves when every line is on the disk; rejects with TRC-102 when one could not be written. */
  close(): Promise<void>;
}

/**
 * A pino logger whose every line is masked as it leaves: members by name, the rest as free text, errors and their stacks
 * included. Masking the finished line leaves no way around it. Throws TRC-104 (exit 64) for an unknown level.
 */
export function createLogger({ level, destination, mask, clock }: LoggerOptions): RunLogger {
  if (!logLevels.some((known) => known === level))
    throw logLevelError('TRC-104', { level, levels: logLevels.join(', ') });
  let failure: Error | null = null;
  const write = (line: string): void => {
    // Logging never waits; the first failure is reported by close().
    destination.write([mask.record(JSON.parse(line) as unknown)]).catch((cause: unknown) => {
      failure ??= cause instanceof Error ? cause : new Error(String(cause));
    });
  };
  const now = steadyTime(() => clock.now());
  const timestamp = () => `,"time":"${new Date(now()).toISOString()}"`;
  const root = pino({ level, base: null, timestamp }, { write });
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await destination.close();
    if (failure !== null) throw failure;
  };
  return {
    root,
    scenario: (scenarioId) => root.child({ scenario: scenarioId }),
    close: () => (closing ??= close()),
  };
}
