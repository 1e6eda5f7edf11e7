import { pino, type Level, type Logger } from 'pino';
import type { AppendFile } from './append-file.js';
import { traceError } from './trace-error.js';
import type { Masker } from './mask/mask-record.js';

/** Levels of the run's log, by flag. */
export type LogLevel = Exclude<Level, 'fatal'> | 'silent';

/** What a logger is made of. */
export interface LoggerOptions {
  readonly level: LogLevel;
  /** Name of the file, for messages. */
  readonly file: string;
  /** Where lines go: `logs/run.ndjson` of the run's folder, opened for appending. */
  readonly destination: AppendFile;
  readonly mask: Masker;
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
 * included. Masking the finished line leaves no way around it.
 */
export function createLogger({ level, file, destination, mask }: LoggerOptions): RunLogger {
  let written: Promise<void> = Promise.resolve();
  const write = (line: string): void => {
    const masked = `${JSON.stringify(mask.record(JSON.parse(line) as unknown))}\n`;
    written = written.then(() => destination.append(masked));
    // Kept for close(): logging itself never waits.
    written.catch(() => undefined);
  };
  const root = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write });
  return {
    root,
    scenario: (scenarioId) => root.child({ scenario: scenarioId }),
    close: async () => {
      try {
        await written;
        await destination.flush();
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw traceError('TRC-102', { file, reason }, cause);
      } finally {
        await destination.close();
      }
    },
  };
}
