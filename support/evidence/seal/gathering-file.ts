import { closeSync, openSync, writeSync } from 'node:fs';
import { Writable } from 'node:stream';

/** Bytes that are written at once. */
const block = 64 * 1024;

/**
 * A file that takes small pieces by the hundred thousand: it gathers them and is never busy in between. The list at the end
 * of a zip comes in some twenty pieces a file without a pause, and a stream that makes them wait keeps each of them in memory
 * as an object of its own. Fails like any stream when the file cannot be written.
 */
export function gatheringFile(path: string): Writable {
  const gathered = Buffer.allocUnsafe(block);
  let used = 0;
  let file: number | null = null;
  const flush = (): void => {
    for (let from = 0; file !== null && from < used;) from += writeSync(file, gathered, from, used - from);
    used = 0;
  };
  return new Writable({
    construct: (done) => {
      attempt(() => {
        file = openSync(path, 'w');
      }, done);
    },
    write: (piece: Buffer, _encoding, done) => {
      attempt(() => {
        for (let from = 0; from < piece.length;) {
          const taken = piece.copy(gathered, used, from);
          used += taken;
          from += taken;
          if (used === block) flush();
        }
      }, done);
    },
    final: (done) => {
      attempt(flush, done);
    },
    destroy: (error, done) => {
      if (file !== null) closeSync(file);
      file = null;
      done(error);
    },
  });
}

/** Does the work at once and says how it went, as streams want it. */
function attempt(work: () => void, done: (error?: Error | null) => void): void {
  try {
    work();
  } catch (cause) {
    done(cause instanceof Error ? cause : new Error(String(cause)));
    return;
  }
  done();
}
