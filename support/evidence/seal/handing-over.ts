import type { PackReading } from './pack-reading.js';

/** Hands the files of a pack over to be read, as soon as nothing writes them any more, each once. */
export class HandingOver {
  readonly #reading: PackReading;
  readonly #given = new Set<string>();
  #last: Promise<void> = Promise.resolve();

  constructor(reading: PackReading) {
    this.#reading = reading;
  }

  /** Hands files over, by path; they are read after those before. Throws for one that was handed over: it was not final. */
  give(paths: readonly string[]): void {
    for (const path of paths) {
      if (this.#given.has(path)) throw new Error(`${path} was written again after it was read`);
      this.#given.add(path);
    }
    const read = this.#reading.read(paths);
    this.#last = Promise.all([this.#last, read]).then(() => undefined);
    // It is waited for at the end; until then an error of its own must not end the process.
    this.#last.catch(() => undefined);
  }

  /** True for a file that was handed over. */
  has(path: string): boolean {
    return this.#given.has(path);
  }

  /** Resolves when everything handed over so far is read. Throws EVD-101. */
  done(): Promise<void> {
    return this.#last;
  }
}
