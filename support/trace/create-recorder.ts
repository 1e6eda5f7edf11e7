import type { Lifecycles } from '../lifecycle/lifecycle.js';
import type { BoundStreams } from './bound-streams.js';
import type { Exchange } from './exchange.js';
import { maskExchange } from './mask/mask-exchange.js';
import { createMasker } from './mask/mask-record.js';
import type { Redaction } from './mask/redaction.js';
import type { Secrets } from './mask/secrets.js';
import type { NdjsonStream } from './ndjson-stream.js';
import { createTransitionObserver } from './observe-transitions.js';
import { recorderFiles, type RecorderStream } from './recorder-files.js';
import type { Recorder } from './recorder.js';
import { RunningDigest } from './running-digest.js';

/** What a recorder is made of. */
export interface RecorderOptions {
  /** The run's streams, among which the recorder opens its own. */
  readonly streams: BoundStreams;
  readonly secrets: Secrets;
  readonly lifecycles: Lifecycles;
  /** The exchanges an earlier part of the run recorded, so that what they showed is not taken for news. */
  readonly earlier?: AsyncIterable<Exchange>;
  /** Lines of the ledger for what the judge said of raw values and cannot say of masked ones; none when not given. */
  readonly proveRules?: (masked: Exchange, redactions: readonly Redaction[]) => readonly Redaction[];
}

/**
 * Opens the evidence streams of a run. Throws TRC-101 when one cannot be opened; every method rejects with TRC-102 once a
 * line could not be written. The caller ends the run then, and closes the streams.
 */
export async function createRecorder<Result>(options: RecorderOptions): Promise<Recorder<Result>> {
  const { streams, secrets, lifecycles, earlier, proveRules } = options;
  const observe = createTransitionObserver(lifecycles);
  for await (const exchange of earlier ?? []) observe(exchange);
  const files = await openAll(streams);
  const masker = createMasker(secrets);
  return {
    exchange: (raw) => {
      const { exchange, redactions } = maskExchange(raw, secrets);
      // The observer sees what is written, so that the transitions can be derived again from the evidence alone.
      const transitions = observe(exchange);
      const proved = proveRules?.(exchange, redactions) ?? [];
      return streams.inTurn(async () => {
        await orNothing([files.redactions, files.transitions], async () => {
          // An exchange that is there has everything that belongs to it: a run may be killed between two writes.
          await Promise.all([files.redactions.write([...redactions, ...proved]), files.transitions.write(transitions)]);
          await files.exchanges.write([exchange]);
        });
        return exchange;
      });
    },
    connection: (connection) => files.connections.write([masker.record(connection)]),
    scenario: async (result) => {
      // A result that is there has its exchanges, even when the machine is lost.
      await streams.secure();
      const written = masker.record(result);
      await files.results.write([written]);
      await streams.secure();
      return written;
    },
    mask: (raw) => maskExchange(raw, secrets).exchange,
    maskRecord: (record) => masker.record(record),
    maskText: (text) => masker.text(text),
  };
}

/** Writes what belongs together; when that fails, these streams hold what they held before. */
async function orNothing(streams: readonly NdjsonStream[], write: () => Promise<void>): Promise<void> {
  const before = streams.map((stream) => ({ stream, held: new RunningDigest(stream.held) }));
  try {
    await write();
  } catch (error) {
    // The stream that broke took nothing, and says once more what its writer is told below.
    await Promise.allSettled(before.map(({ stream, held }) => stream.takeBack(held)));
    throw error;
  }
}

async function openAll(streams: BoundStreams): Promise<Record<RecorderStream, NdjsonStream>> {
  const names = Object.keys(recorderFiles) as RecorderStream[];
  const opened = await Promise.all(names.map(async (name) => [name, await streams.open(recorderFiles[name])] as const));
  return Object.fromEntries(opened) as Record<RecorderStream, NdjsonStream>;
}
