import type { JournalHead } from '../../trace/journal-chain.js';
import { journalFile } from '../../trace/journal-file.js';
import type { JournalLine } from '../../trace/journal-event.js';
import { linesOf } from '../lines-of.js';
import type { OpenPack } from '../verify/open-pack.js';
import type { Difference } from '../verify/verification.js';
import type { FileMark } from '../../trace/file-mark.js';
import { recorderFiles } from '../../trace/recorder-files.js';
import { BoundFiles } from './bound-files.js';
import { planDifferences } from './plan-differences.js';
import { chainedEvents, type ChainEnds } from './chained-events.js';
import { EventOrder, newParts } from './event-order.js';
import { numberBefore } from '../../trace/shard-numbers.js';
import type { RunSoFar } from './run-so-far.js';

/** How far a journal must reach: a pack holds a whole one, a run that died may have written more than its journal tells. */
export type JournalExtent = 'whole' | 'unfinished';

/** What a journal says and what stands against it and against the files it binds. */
export interface WalkedJournal {
  readonly against: readonly Difference[];
  /** The last line the chain vouches for. */
  readonly head: JournalHead | null;
  /** The last event; null when there is none. */
  readonly last: JournalLine['type'] | null;
}

/**
 * Reads the journal of a run and, in step with it, every stream it binds. Memory does not grow with the run. VFY-302 for a
 * line that cannot be one.
 */
export async function walkJournal(pack: OpenPack, ends: ChainEnds, extent: JournalExtent): Promise<WalkedJournal> {
  const file = pack.file(journalFile);
  if (file === null) return { against: [{ where: journalFile, problem: 'it is missing' }], head: null, last: null };
  const walk = new Walk(pack, ends.runId);
  try {
    for await (const found of chainedEvents(linesOf(file), ends)) {
      // What stands behind a broken line says nothing.
      if (found.event === null) return walk.outcome([found.against]);
      await walk.take(found.event, found.sha256);
    }
    return walk.outcome(extent === 'whole' ? await walk.endDifferences() : []);
  } finally {
    await walk.close();
  }
}

/** One reading of a journal. */
class Walk {
  readonly #pack: OpenPack;
  readonly #runId: string;
  readonly #files: BoundFiles;
  readonly #order = new EventOrder();
  readonly #run: RunSoFar = {
    connections: 0,
    exchanges: 0,
    announced: new Map(),
    results: [],
    span: { from: '', to: null },
  };
  readonly #against: Difference[] = [];
  #head: JournalHead | null = null;
  #last: JournalLine['type'] | null = null;

  constructor(pack: OpenPack, runId: string) {
    this.#pack = pack;
    this.#runId = runId;
    this.#files = new BoundFiles(pack, this.#run);
  }

  async take(event: JournalLine, sha256: string): Promise<void> {
    const misplaced = this.#order.next(event);
    if (misplaced !== null) this.#against.push({ where: `${journalFile} line ${event.n}`, problem: misplaced });
    this.#run.span = { from: this.#run.span.from, to: newParts.has(event.type) ? null : event.at };
    this.#against.push(...(await this.#differences(event)));
    // Lines are read from one mark of the streams to the next.
    if ('streams' in event || event.type === 'run-started') this.#run.span = { from: event.at, to: null };
    this.#head = { lines: event.n, sha256 };
    this.#last = event.type;
  }

  async endDifferences(): Promise<readonly Difference[]> {
    if (!this.#order.isOver) return [{ where: journalFile, problem: 'it does not tell how the run ended' }];
    const untold = this.#run.results.map(({ scenario }) => ({
      where: `${recorderFiles.results}: ${scenario}`,
      problem: 'the journal does not tell that it finished',
    }));
    return [...(await this.#files.readToEnd()), ...untold];
  }

  outcome(further: readonly Difference[]): WalkedJournal {
    return { against: [...this.#against, ...further], head: this.#head, last: this.#last };
  }

  close(): Promise<void> {
    return this.#files.close();
  }

  async #differences(event: JournalLine): Promise<readonly Difference[]> {
    switch (event.type) {
      case 'run-started':
        this.#countFrom(event.shard ?? null);
        return [...this.#otherRun(event.runId), ...(await planDifferences(this.#pack, event.plan))];
      case 'intent': {
        const calls = this.#run.announced.get(event.scenario) ?? new Set();
        this.#run.announced.set(event.scenario, calls.add(event.ordinal));
        return [];
      }
      case 'replay-cut':
      case 'lost-answer':
      case 'clock-jumped':
        return [];
      case 'scenario-finished':
        return [...(await this.#readTo(event, `the end of ${event.scenario}`)), ...this.#resultDifferences(event)];
      case 'resumed': {
        const against = await this.#readTo(event, 'the resumed run');
        this.#files.resumed();
        return against;
      }
      case 'shard-joined': {
        const against = await this.#readTo(event, `the beginning of shard ${event.shard}`);
        this.#files.resumed();
        this.#countFrom(event.shard);
        return against;
      }
      case 'stopped':
      case 'ended':
        return this.#readTo(event, 'the end of the run');
      default:
        return event satisfies never;
    }
  }

  #countFrom(shard: number | null): void {
    this.#run.connections = this.#run.exchanges = numberBefore(shard);
  }

  #otherRun(runId: string): readonly Difference[] {
    const where = `${journalFile} line 1`;
    return runId === this.#runId ? [] : [{ where, problem: `it tells of the run ${runId}, this is ${this.#runId}` }];
  }

  #readTo({ n, streams }: JournalLine & { readonly streams: readonly FileMark[] }, what: string) {
    return this.#files.readTo(streams, `${journalFile} line ${n} (${what})`);
  }

  #resultDifferences(event: JournalLine & { readonly type: 'scenario-finished' }): readonly Difference[] {
    const { scenario, attempt, verdict } = event;
    const result = this.#run.results.shift();
    const same = result?.scenario === scenario && result.attempt === attempt && result.verdict === verdict;
    // One line that cannot be read puts every later one out of step.
    if (same || this.#against.length > 0) return [];
    const said = `${journalFile} line ${event.n} says that ${scenario} finished with ${verdict} (attempt ${attempt})`;
    const found = result === undefined ? 'no result' : `${result.scenario}: ${result.verdict} (${result.attempt})`;
    return [{ where: `${recorderFiles.results}: ${scenario}`, problem: `${said}, ${found} is there` }];
  }
}
