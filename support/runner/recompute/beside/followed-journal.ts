import { isDeepStrictEqual } from 'node:util';
import { marksIn } from '../../../evidence/journal/marks-in.js';
import { planFolder } from '../../../evidence/journal/plan-differences.js';
import { streamRules } from '../../../evidence/journal/stream-rules.js';
import { checkJournal, type CheckedJournal } from '../../../evidence/verify/check-journal.js';
import { openPack } from '../../../evidence/verify/open-pack.js';
import type { FileMark } from '../../../trace/file-mark.js';
import { journalFile } from '../../../trace/journal-file.js';
import { GrowingFile } from './growing-file.js';
import type { Growth } from './growth.js';

/** Checks the journal of a run under way, with every stream it binds, as they grow. */
export class FollowedJournal {
  readonly #root: string;
  readonly #files: ReadonlyMap<string, GrowingFile>;
  readonly #checked: Promise<CheckedJournal>;
  #plan: readonly FileMark[] = [];

  /** Begins with the run in a folder, whose plan is frozen. */
  constructor(root: string, runId: string, growth: Growth) {
    this.#root = root;
    this.#files = new Map(
      [journalFile, ...streamRules.keys()].map((path) => [path, new GrowingFile(root, path, growth)]),
    );
    this.#checked = this.#check(runId);
    // It is asked for when the recording is closed.
    this.#checked.catch(() => undefined);
  }

  /**
   * When the run grows no more: its head, where nothing stands against the journal and the files on the disk still hold what was
   * read of them. Null otherwise: whoever reads them anew says what is wrong.
   */
  async sound(): Promise<CheckedJournal | null> {
    const checked = await this.#checked.catch(() => null);
    if (checked === null || checked.against.length > 0) return null;
    for (const file of this.#files.values()) if (!(await file.isUnchanged())) return null;
    return isDeepStrictEqual(await marksIn(this.#root, planFolder), this.#plan) ? checked : null;
  }

  async #check(runId: string): Promise<CheckedJournal> {
    const frozen = await openPack(this.#root);
    this.#plan = await marksIn(this.#root, planFolder);
    const growing = { ...frozen, file: (path: string) => this.#files.get(path) ?? frozen.file(path) };
    return checkJournal(growing, { runId, signed: null });
  }
}
