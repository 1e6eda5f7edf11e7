/** The part of a stream that is looked at together. One buffer serves the whole stream, however long that is. */
export class ScanWindow {
  #buffer = Buffer.alloc(0);
  #size = 0;

  /** Bytes in the window. */
  get size(): number {
    return this.#size;
  }

  /** Copies a chunk to the end of the window. */
  add(chunk: Buffer): void {
    const size = this.#size + chunk.length;
    if (size > this.#buffer.length) {
      // The first chunk of a small file is all of it; a longer stream goes on growing until it has a whole window.
      const wider = Buffer.allocUnsafe(this.#size === 0 ? size : size * 2);
      this.#buffer.copy(wider, 0, 0, this.#size);
      this.#buffer = wider;
    }
    chunk.copy(this.#buffer, this.#size);
    this.#size = size;
  }

  /** Leaves only the last `bytes` bytes. */
  keepLast(bytes: number): void {
    this.#buffer.copyWithin(0, this.#size - bytes, this.#size);
    this.#size = bytes;
  }

  /** The window with one character per byte. */
  text(): string {
    return this.#buffer.toString('latin1', 0, this.#size);
  }
}
