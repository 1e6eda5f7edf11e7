import { join } from 'node:path';
import { openAppendFile, type OpenAppendFile } from './append-file.js';
import type { FileMark } from './file-mark.js';
import { openNdjsonStream, type Hole, type NdjsonStream } from './ndjson-stream.js';
import type { RunningDigest } from './running-digest.js';

/** What the streams of a run are opened with. */
export interface BoundStreamsOptions {
  /** The run's folder, absolute. */
  readonly folder: string;
  /**
   * True when the run can go on after its machine died. Then nothing leaves before everything before it is on the disk;
   * otherwise handing it over in order is enough, and the disk is waited for once, at the end: a process that dies takes back
   * nothing of what it handed over.
   */
  readonly resumable: boolean;
  /** What earlier parts of the run left in its files, by path. */
  readonly earlier?: ReadonlyMap<string, RunningDigest>;
  /** The machine's files when not given. */
  readonly open?: OpenAppendFile;
}

/**
 * The streams a run writes beside its journal. The journal binds them: it says what each of them held, and when. What one of
 * them could not write ends them all, so that no stream tells of what another lacks.
 */
export class BoundStreams {
  readonly resumable: boolean;
  readonly #options: BoundStreamsOptions;
  readonly #streams = new Map<string, NdjsonStream>();
  readonly #hole: Hole = { found: null };
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: BoundStreamsOptions) {
    this.#options = options;
    this.resumable = options.resumable;
  }

  /** Opens a file below the run's folder for appending. TRC-101 when it cannot. */
  async open(path: string): Promise<NdjsonStream> {
    const { folder, earlier, open = openAppendFile } = this.#options;
    const already = earlier?.get(path);
    const options = { hole: this.#hole, ...(already === undefined ? {} : { already }) };
    const stream = await openNdjsonStream(join(folder, path), open, options);
    this.#streams.set(path, stream);
    return stream;
  }

  /** Does one work after the other, so that what belongs together is never told apart by a mark or by other work. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    // The next work waits for this one, but does not inherit its error: the caller has it.
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** What every file holds, in the order of their paths, once everything written so far has been handed over. */
  marks(): Promise<readonly FileMark[]> {
    return this.inTurn(async () => {
      // A stream that broke says what it holds all the same; its writer has the error.
      await Promise.allSettled([...this.#streams.values()].map((stream) => stream.drained()));
      return [...this.#streams]
        .map(([file, { held }]) => ({ file, bytes: held.bytes, sha256: held.sha256 }))
        .sort((a, b) => (a.file < b.file ? -1 : 1));
    });
  }

  /** Resolves when what was written so far outlives what the run can outlive: see {@link BoundStreamsOptions.resumable}. */
  async secure(): Promise<void> {
    await this.#every((stream) => (this.resumable ? stream.flush() : stream.drained()));
  }

  /** Closes every file; rejects with the first problem once all are closed. */
  async close(): Promise<void> {
    await this.#every((stream) => stream.close());
  }

  async #every(work: (stream: NdjsonStream) => Promise<void>): Promise<void> {
    const settled = await this.inTurn(() => Promise.allSettled([...this.#streams.values()].map(work)));
    for (const outcome of settled) if (outcome.status === 'rejected') throw outcome.reason;
  }
}
