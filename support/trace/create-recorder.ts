import { join } from 'node:path';
import type { Lifecycles } from '../lifecycle/lifecycle.js';
import type { Exchange } from './exchange.js';
import { openAppendFile, type OpenAppendFile } from './append-file.js';
import { maskExchange } from './mask/mask-exchange.js';
import { createMasker } from './mask/mask-record.js';
import type { Redaction } from './mask/redaction.js';
import type { Secrets } from './mask/secrets.js';
import { openNdjsonStream, type NdjsonStream } from './ndjson-stream.js';
import { createTransitionObserver } from './observe-transitions.js';
import { recorderFiles, type RecorderStream } from './recorder-files.js';
import type { Recorder } from './recorder.js';

/** What a recorder is made of. */
export interface RecorderOptions {
  /** The run's folder, absolute. */
  readonly folder: string;
  readonly secrets: Secrets;
  readonly lifecycles: Lifecycles;
  /** The exchanges an earlier part of the run recorded, so that what they showed is not taken for news. */
  readonly earlier?: AsyncIterable<Exchange>;
  /** Lines of the ledger for what the judge said of raw values and cannot say of masked ones; none when not given. */
  readonly proveRules?: (masked: Exchange, redactions: readonly Redaction[]) => readonly Redaction[];
  /** The machine's files when not given. */
  readonly open?: OpenAppendFile;
}

/**
 * Opens the evidence streams of a run. Throws TRC-101 when one cannot be opened; every method rejects with TRC-102 once a
 * line could not be written. The caller ends the run then.
 */
export async function createRecorder(options: RecorderOptions): Promise<Recorder> {
  const observe = createTransitionObserver(options.lifecycles);
  for await (const exchange of options.earlier ?? []) observe(exchange);
  const streams = await openAll(options.folder, options.open ?? openAppendFile);
  const masker = createMasker(options.secrets);
  const all = Object.values(streams);
  const flush = async () => {
    await Promise.all(all.map((stream) => stream.flush()));
  };
  const write = async (raw: Exchange) => {
    const { exchange, redactions } = maskExchange(raw, options.secrets);
    // The observer sees what is written, so that the transitions can be derived again from the evidence alone.
    const transitions = observe(exchange);
    const proved = options.proveRules?.(exchange, redactions) ?? [];
    // An exchange that is there has everything that belongs to it: a run may be killed between two writes.
    await Promise.all([streams.redactions.write([...redactions, ...proved]), streams.transitions.write(transitions)]);
    await streams.exchanges.write([exchange]);
  };
  let last: Promise<void> = Promise.resolve();
  return {
    exchange: (raw) => {
      // One after the other, callbacks included: all streams keep the order of the exchanges.
      const written = last.then(() => write(raw));
      last = written.catch(() => undefined);
      return written;
    },
    connection: (connection) => streams.connections.write([masker.record(connection)]),
    scenario: async (result) => {
      // A result that is there has its exchanges, even when the machine is lost.
      await flush();
      await streams.results.write([masker.record(result)]);
      await streams.results.flush();
    },
    mask: (raw) => maskExchange(raw, options.secrets).exchange,
    maskRecord: (record) => masker.record(record),
    flush,
    maskText: (text) => masker.text(text),
    close: async () => {
      const closed = await Promise.allSettled(all.map((stream) => stream.close()));
      for (const outcome of closed) if (outcome.status === 'rejected') throw outcome.reason;
    },
  };
}

async function openAll(folder: string, open: OpenAppendFile): Promise<Record<RecorderStream, NdjsonStream>> {
  const names = Object.keys(recorderFiles) as RecorderStream[];
  const opened = await Promise.allSettled(
    names.map((name) => openNdjsonStream(join(folder, recorderFiles[name]), open)),
  );
  const failed = opened.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) {
    // What did open is closed again; the first problem is the one to report.
    await Promise.allSettled(opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value.close()] : [])));
    throw failed.reason;
  }
  const streams = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  return Object.fromEntries(names.map((name, index) => [name, streams[index]])) as Record<RecorderStream, NdjsonStream>;
}
