import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { fileIn, type PackFile } from '../../../evidence/pack-files.js';
import { RunningDigest } from '../../../trace/running-digest.js';
import type { Growth } from './growth.js';

const chunk = 128 * 1024;

/** A file of a run under way, read to its end while it grows; once. */
export class GrowingFile implements PackFile {
  readonly path: string;
  readonly #root: string;
  readonly #growth: Growth;
  readonly #digest = new RunningDigest();

  constructor(root: string, path: string, growth: Growth) {
    this.path = path;
    this.#root = root;
    this.#growth = growth;
  }

  /** Bytes read so far. */
  get bytes(): number {
    return this.#digest.bytes;
  }

  async *open(): AsyncGenerator<Buffer> {
    const handle = openSync(join(this.#root, this.path), 'r');
    try {
      const buffer = Buffer.allocUnsafe(chunk);
      for (;;) {
        // Asked first: what is written after this is read in the next round.
        const { steps, isOver } = this.#growth;
        for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) {
          const bytes = buffer.subarray(0, read);
          this.#digest.update(bytes);
          yield bytes;
        }
        if (isOver) return;
        await this.#growth.beyond(steps);
      }
    } finally {
      closeSync(handle);
    }
  }

  /** True when the file now holds what was read of it, to the last byte. */
  async isUnchanged(): Promise<boolean> {
    const now = new RunningDigest();
    for await (const bytes of fileIn(this.#root, this.path).open()) now.update(bytes);
    return now.bytes === this.#digest.bytes && now.sha256 === this.#digest.sha256;
  }
}
