import type { FileMark } from '../../trace/file-mark.js';
import type { OpenPack } from '../verify/open-pack.js';
import type { Difference } from '../verify/verification.js';
import { StreamCursor } from './stream-cursor.js';
import { streamRules } from './stream-rules.js';
import type { RunSoFar } from './run-so-far.js';

/** The streams of a run, read in step with its journal. */
export class BoundFiles {
  readonly #cursors = new Map<string, StreamCursor>();
  /** Files that are named already as not there or not told of. */
  readonly #lacking = new Set<string>();

  constructor(
    private readonly pack: OpenPack,
    private readonly run: RunSoFar,
  ) {}

  /** Reads every stream up to its mark, in the order of their rules. */
  async readTo(marks: readonly FileMark[], place: string): Promise<readonly Difference[]> {
    const against: Difference[] = [];
    const byFile = new Map(marks.map((mark) => [mark.file, mark]));
    const expected = new Set([...streamRules.keys(), ...this.#cursors.keys()]);
    for (const file of [...expected, ...[...byFile.keys()].filter((path) => !expected.has(path))]) {
      const mark = byFile.get(file);
      const cursor = this.#cursorOf(file);
      if (mark === undefined) against.push(...this.#lacks(file, `${place} does not tell of it`));
      else if (cursor === null) against.push(...this.#lacks(file, `it is missing: ${place} tells of it`));
      else against.push(...[await cursor.readTo(mark, place)].filter((difference) => difference !== null));
    }
    return against;
  }

  /** What lies behind the last mark of every stream, where nothing may. */
  async readToEnd(): Promise<readonly Difference[]> {
    const against: Difference[] = [];
    for (const cursor of this.#cursors.values()) {
      against.push(...[await cursor.readToEnd()].filter((difference) => difference !== null));
    }
    return against;
  }

  /** A new part of the run begins. */
  resumed(): void {
    for (const cursor of this.#cursors.values()) cursor.resumed();
  }

  /** Closes every file. */
  async close(): Promise<void> {
    for (const cursor of this.#cursors.values()) await cursor.close();
  }

  #lacks(file: string, problem: string): readonly Difference[] {
    if (this.#lacking.has(file)) return [];
    this.#lacking.add(file);
    return [{ where: file, problem }];
  }

  #cursorOf(path: string): StreamCursor | null {
    const known = this.#cursors.get(path);
    if (known !== undefined) return known;
    const file = this.pack.file(path);
    if (file === null) return null;
    const cursor = new StreamCursor(file, streamRules.get(path)?.(this.run) ?? null);
    this.#cursors.set(path, cursor);
    return cursor;
  }
}
