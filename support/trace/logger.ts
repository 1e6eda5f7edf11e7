import { pino, type Logger } from 'pino';
import { openAppendFile, type OpenAppendFile } from './append-file.js';
import { openNdjsonStream } from './ndjson-stream.js';
import { logLevelError } from './trace-error.js';
import type { Masker } from './mask/mask-record.js';

/** Words the level flag knows. */
export const logLevels = ['silent', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** What a logger is made of. */
export interface LoggerOptions {
  /** One of {@link logLevels}. */
  readonly level: string;
  /** `logs/run.ndjson` of the run's folder, absolute. */
  readonly file: string;
  readonly mask: Masker;
  /** The machine's files when not given. */
  readonly open?: OpenAppendFile;
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
 * included. Masking the finished line leaves no way around it. Throws TRC-101 when the file cannot be opened and TRC-104
 * (exit 64) for an unknown level.
 */
export async function createLogger(options: LoggerOptions): Promise<RunLogger> {
  const { level, file, mask } = options;
  if (!logLevels.some((known) => known === level))
    throw logLevelError('TRC-104', { level, levels: logLevels.join(', ') });
  const destination = await openNdjsonStream(file, options.open ?? openAppendFile);
  let failure: Error | null = null;
  const write = (line: string): void => {
    // Logging never waits; the first failure is reported by close().
    destination.write([mask.record(JSON.parse(line) as unknown)]).catch((cause: unknown) => {
      failure ??= cause instanceof Error ? cause : new Error(String(cause));
    });
  };
  const root = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write });
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
