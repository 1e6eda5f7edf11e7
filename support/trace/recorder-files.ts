/** The recorder's files below a run's folder. */
export const recorderFiles = {
  exchanges: 'exchanges/exchanges.ndjson',
  connections: 'exchanges/connections.ndjson',
  redactions: 'exchanges/redaction-ledger.ndjson',
  transitions: 'exchanges/transitions.ndjson',
  results: 'results/results.ndjson',
} as const;

/** Name of a stream of the recorder. */
export type RecorderStream = keyof typeof recorderFiles;

/** Cucumber's messages, below a run's folder. */
export const messagesFile = 'results/messages.ndjson';

/** What the target's container printed, masked; below the run's folder, where there was one. */
export const containerLogFile = 'logs/container.log';

/** The run's log, below its folder. */
export const logFile = 'logs/run.ndjson';
