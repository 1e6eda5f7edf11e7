import type { FileMark } from '../../trace/file-mark.js';
import { RunningDigest } from '../../trace/running-digest.js';
import { linesOf, type ByteLine } from '../lines-of.js';
import type { PackFile } from '../pack-files.js';
import { isRecord } from '../verify/json-shape.js';
import type { Difference } from '../verify/verification.js';
import type { StreamRule } from './stream-rule.js';

/** Reads a stream of a run in step with its journal. Nothing of it is kept; the first thing that is wrong ends the reading. */
export class StreamCursor {
  readonly #path: string;
  readonly #lines: AsyncGenerator<ByteLine>;
  readonly #rule: StreamRule | null;
  readonly #digest = new RunningDigest();
  #line = 0;
  #over = false;

  /** A stream without a rule is held against its marks alone. */
  constructor(file: PackFile, rule: StreamRule | null) {
    this.#path = file.path;
    this.#lines = linesOf(file);
    this.#rule = rule;
  }

  /** Reads up to a mark; what stands against the lines on the way. `place` says who made the mark. */
  async readTo(mark: FileMark, place: string): Promise<Difference | null> {
    if (this.#over) return null;
    const first = this.#line + 1;
    while (this.#digest.bytes < mark.bytes) {
      const { value: line } = (await this.#lines.next()) as IteratorResult<ByteLine, undefined>;
      if (line === undefined)
        return this.#stop(first, `${mark.bytes - this.#digest.bytes} bytes are missing that ${place} tells of`);
      this.#line = line.number;
      this.#digest.update(line.bytes).update(line.whole ? '\n' : '');
      const problem = this.#problemOf(line);
      if (problem !== null) return this.#stop(line.number, problem);
    }
    if (this.#digest.bytes === mark.bytes && this.#digest.sha256 === mark.sha256) return null;
    return this.#stop(first, `they are not the lines that ${place} tells of`);
  }

  /** What comes behind the last mark, where nothing may come. */
  async readToEnd(): Promise<Difference | null> {
    if (this.#over) return null;
    const { done } = await this.#lines.next();
    return done === true ? null : this.#stop(this.#line + 1, 'it was added: the journal does not tell of it');
  }

  /** A new part of the run begins. */
  resumed(): void {
    this.#rule?.resumed();
  }

  /** Closes the file. */
  async close(): Promise<void> {
    await this.#lines.return(undefined);
  }

  #problemOf({ bytes, number, whole }: ByteLine): string | null {
    if (!whole) return 'it is torn: it has no line break';
    if (this.#rule === null) return null;
    let value: unknown = null;
    try {
      value = JSON.parse(bytes.toString('utf8'));
    } catch {
      // Told below, like every other line that is no object.
    }
    return isRecord(value) ? this.#rule.line(value, number) : 'it is no JSON object';
  }

  #stop(from: number, problem: string): Difference {
    this.#over = true;
    const lines = this.#line > from ? `lines ${from} to ${this.#line}` : `line ${from}`;
    return { where: `${this.#path} ${lines}`, problem };
  }
}
