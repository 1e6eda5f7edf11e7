import { contractOf } from '../../../contract/contract-of.js';
import type { JsonObject } from '../../../json/json-pointer.js';
import { createJudge } from '../../../contract/judge.js';
import { compileValidators } from '../../../contract/validators.js';
import { frugalFrom } from '../../../evidence/frugal-heap.js';
import type { CheckedJournal } from '../../../evidence/verify/check-journal.js';
import { planFiles } from '../../../evidence/plan-files.js';
import { jsonOf, openPack } from '../../../evidence/verify/open-pack.js';
import type { Recomputation } from '../../../evidence/verify/recomputation.js';
import { recordOf } from '../../../evidence/verify/recomputation.js';
import { recordedStreams } from '../../../evidence/recorded-streams.js';
import type { TargetClass } from '../../../target/target.js';
import { recorderFiles } from '../../../trace/recorder-files.js';
import type { JudgedContract } from '../../prepare-run.js';
import { deriveAgain } from '../derive-again.js';
import { JudgingAgain, type JudgedAgain } from '../judging-again.js';
import { readFrozenRun } from '../recorded-run.js';
import { recomputeOrExplain, type EarlyDerivation } from '../recompute-run.js';
import { FollowedJournal } from './followed-journal.js';
import type { RunToFollow } from './following-work.js';
import { GrowingFile } from './growing-file.js';
import { Growth } from './growth.js';

/** Thrown for a run that is too long to be followed within bounded memory. */
export class RunTooLong extends Error {}

/**
 * Derives a run again while it is under way: what is written of it is read from the disk and judged as it comes. What was begun
 * counts only when the closed recording holds the same bytes; everything else is derived anew once the run is decided.
 */
export class FollowedRun {
  readonly #root: string;
  readonly #growth = new Growth();
  readonly #files: ReadonlyMap<string, GrowingFile>;
  readonly #journal: FollowedJournal;
  #compiled: JudgedContract | null = null;
  readonly #judged: Promise<JudgedAgain>;
  #early: Promise<EarlyDerivation | null> = Promise.resolve(null);

  /** Begins with a run whose plan is frozen. */
  constructor({ root, runId }: RunToFollow) {
    this.#root = root;
    const { exchanges, redactions, transitions } = recorderFiles;
    this.#files = new Map(
      [exchanges, redactions, transitions].map((path) => [path, new GrowingFile(root, path, this.#growth)]),
    );
    this.#journal = new FollowedJournal(root, runId, this.#growth);
    this.#judged = this.#judge();
    // It is asked for when the recording is closed.
    this.#judged.catch(() => undefined);
  }

  /** Rejects with {@link RunTooLong} for a run that cannot be followed to its end. */
  async beginning(): Promise<void> {
    await this.#judged.catch((error: unknown) => {
      if (error instanceof RunTooLong) throw error;
    });
  }

  /** More of the run is written. */
  grown(): void {
    this.#growth.grow();
  }

  /** The recording is closed: nothing of it changes any more. Its journal, when it is sound. */
  closed(targetClass: TargetClass): Promise<CheckedJournal | null> {
    this.#growth.end();
    // Whatever stands against what was begun is found again, and named, when the run is derived anew.
    const journal = this.#journal.sound();
    this.#early = journal.then(() => this.#derive(targetClass)).catch(() => null);
    return journal;
  }

  /** The run is decided: compares everything with what was written. */
  async compared(): Promise<Recomputation> {
    const early = await this.#early;
    return recordOf(await recomputeOrExplain(await openPack(this.#root), { compiled: this.#compiled, early }));
  }

  async #judge(): Promise<JudgedAgain> {
    const contract = contractOf((await jsonOf(await openPack(this.#root), planFiles.contract)) as JsonObject);
    const validators = compileValidators(contract);
    this.#compiled = { contract, validators };
    const growing = { place: this.#root, files: [], odd: [], file: (path: string) => this.#files.get(path) ?? null };
    const streams = recordedStreams(growing);
    const judging = await JudgingAgain.of(streams, createJudge(contract, validators));
    try {
      for await (const exchange of streams.exchanges()) {
        if ([...this.#files.values()].some(({ bytes }) => bytes > frugalFrom)) throw new RunTooLong();
        await judging.next(exchange);
      }
      return await judging.end();
    } finally {
      await judging.close();
    }
  }

  async #derive(targetClass: TargetClass): Promise<EarlyDerivation | null> {
    const judging = await this.#judged;
    for (const file of this.#files.values()) if (!(await file.isUnchanged())) return null;
    const pack = await openPack(this.#root);
    const run = await readFrozenRun(pack);
    if (contractOf(run.contract).sha256 !== this.#compiled?.contract.sha256) return null;
    return { targetClass, run, derived: await deriveAgain(pack, { run, targetClass, judging }) };
  }
}
