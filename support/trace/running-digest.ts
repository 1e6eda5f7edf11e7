import { createHash, type Hash } from 'node:crypto';

/** Size and SHA-256 of something that grows. Asking for them costs the same however long it has become. */
export class RunningDigest {
  readonly #hash: Hash;
  #bytes: number;

  /** The digest of nothing, or of what another one holds by now. */
  constructor(same?: RunningDigest) {
    this.#hash = same === undefined ? createHash('sha256') : same.#hash.copy();
    this.#bytes = same?.bytes ?? 0;
  }

  /** Adds what comes next; a text counts as UTF-8. */
  update(content: string | Uint8Array): this {
    this.#hash.update(content);
    this.#bytes += typeof content === 'string' ? Buffer.byteLength(content, 'utf8') : content.byteLength;
    return this;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** SHA-256 of everything so far, lower-case hex. */
  get sha256(): string {
    return this.#hash.copy().digest('hex');
  }
}
