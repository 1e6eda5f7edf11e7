/** A record and the bytes its line took. */
export interface Sized<T> {
  readonly value: T;
  readonly bytes: number;
}

/** Streams up to this size are kept, in bytes; parsed, they take some times as much memory. */
const small = 4 * 1024 * 1024;

/**
 * A stream that many readers read, one after another: a small one is read once and kept, a large one is read anew each time,
 * so that the memory of a long run stays bounded. Readers must not change what they get.
 */
export function remembered<T>(read: () => AsyncIterable<Sized<T>>, limit = small): () => AsyncIterable<T> {
  let kept: readonly T[] | null = null;
  let tooLarge = false;
  return async function* () {
    if (kept !== null) {
      yield* kept;
      return;
    }
    let values: T[] = [];
    let size = 0;
    for await (const { value, bytes } of read()) {
      size += bytes;
      if (size > limit) {
        tooLarge = true;
        values = [];
      }
      if (!tooLarge) values.push(value);
      yield value;
    }
    // Whoever stops in the middle has not seen all of it, and does not come here.
    if (!tooLarge) kept = values;
  };
}
