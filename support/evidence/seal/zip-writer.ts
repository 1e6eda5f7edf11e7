import type * as archiverModule from 'archiver';
import { once } from 'node:events';
import { rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { errorsOf } from '../../messages/coded-error.js';
import { evidenceMessages } from '../../messages/evidence-messages.js';
import { gatheringFile } from './gathering-file.js';

const require = createRequire(import.meta.url);
const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/** The first date a zip can hold: the same files give the same bytes, whenever and wherever they were written. */
const noDate = new Date(Date.UTC(1980, 0, 1));

/** One file after another: side by side they would fill the memory. */
const options = { forceUTC: true, statConcurrency: 1, zlib: { level: 6 } };

/** Files up to this size go to the packer whole, larger ones as a stream; bytes that may wait for it. */
const [small, patience] = [1024 * 1024, 4 * 1024 * 1024];

/** A zip under way. Its bytes depend on the names, the contents and the order of its files alone. */
export interface ZipWriter {
  /** Packs a file while it is read: passes its chunks on. One file at a time. */
  pack(path: string, chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer>;
  /** Completes the zip and puts it in its place. EVD-101 when it cannot be written. */
  finish(): Promise<void>;
  /** Leaves nothing of it. */
  discard(): Promise<void>;
}

/** Writes a zip beside its place, whose names all start with `top`. */
export function zipWriter(zip: string, top: string): ZipWriter {
  const draft = `${zip}.partial`;
  // Loaded only when there is something to pack: whoever verifies reads zips, and the library that reads is another.
  const archiver = require('archiver') as typeof archiverModule.default;
  const archive = archiver('zip', options);
  const outcome = pipeline(archive, gatheringFile(draft)).then(
    () => null,
    (cause: unknown) => failureOf(zip, cause),
  );
  const waiting: number[] = [];
  archive.on('entry', () => waiting.shift());
  const append = (path: string, content: Buffer | PassThrough, size: number): void => {
    waiting.push(size);
    archive.append(content, { name: `${top}/${path}`, date: noDate, mode: 0o644 });
  };
  /** A turn of the event loop lets the packer go on beside the reader; more are taken while too much waits. */
  const settle = async (): Promise<void> => {
    await nextTurn();
    while (waiting.reduce((sum, size) => sum + size, 0) > patience) await going(once(archive, 'entry'));
  };
  /** Waits, but not for a packer that broke. */
  const going = async (work: Promise<unknown>): Promise<void> => {
    const problem = await Promise.race([work.then(() => null), outcome]);
    if (problem !== null) throw problem;
  };
  return {
    pack: async function* (path, chunks) {
      let whole: Buffer[] = [];
      let size = 0;
      let stream: PassThrough | null = null;
      for await (const chunk of chunks) {
        size += chunk.length;
        // The packer comes to it after its reader has gone on.
        const kept = Buffer.from(chunk);
        if (stream === null) whole.push(kept);
        else if (!stream.write(kept)) await going(once(stream, 'drain'));
        if (stream === null && size > small) {
          stream = new PassThrough();
          append(path, stream, 0);
          for (const first of whole) stream.write(first);
          whole = [];
        }
        yield chunk;
      }
      if (stream === null) append(path, Buffer.concat(whole), size);
      else stream.end();
      await settle();
    },
    finish: async () => {
      // A packer whose file broke may never come to its end.
      const ended = archive.finalize().then(
        () => outcome,
        () => outcome,
      );
      const problem = await Promise.race([ended, outcome]);
      if (problem === null) return rename(draft, zip);
      await rm(draft, { force: true });
      throw problem;
    },
    discard: async () => {
      archive.destroy();
      await outcome;
      await rm(draft, { force: true });
    },
  };
}

function failureOf(zip: string, cause: unknown): Error {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return evidenceError('EVD-101', { file: zip, detail }, cause);
}
