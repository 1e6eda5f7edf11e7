import type { FileMark } from '../../trace/file-mark.js';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import { RunningDigest } from '../../trace/running-digest.js';
import type { HeldBytes } from './joined-events.js';

/** Says the digests of files at growing lengths, reading each of them once. */
export class StreamDigests {
  readonly #pack: OpenPack;
  readonly #readings = new Map<string, Reading>();

  constructor(pack: OpenPack) {
    this.#pack = pack;
  }

  /** What the files held at these lengths; none may be shorter than at the call before. */
  async at(held: readonly HeldBytes[]): Promise<readonly FileMark[]> {
    const marks: FileMark[] = [];
    for (const { file, bytes } of held) {
      const reading = this.#readings.get(file) ?? new Reading(this.#pack.file(file)?.open() ?? nothing());
      this.#readings.set(file, reading);
      marks.push({ file, bytes, sha256: await reading.to(bytes) });
    }
    return marks;
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- stands for a file that is not there
async function* nothing(): AsyncGenerator<Buffer> {
  yield* [];
}

class Reading {
  readonly #digest = new RunningDigest();
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async to(bytes: number): Promise<string> {
    while (this.#digest.bytes < bytes) {
      if (this.#rest.length === 0) {
        const next = await this.#chunks.next();
        if (next.done === true) break;
        // A chunk holds good until the next one is asked for, and this one is used up before.
        this.#rest = next.value;
      }
      const part = this.#rest.subarray(0, bytes - this.#digest.bytes);
      this.#digest.update(part);
      this.#rest = this.#rest.subarray(part.length);
    }
    return this.#digest.sha256;
  }
}
