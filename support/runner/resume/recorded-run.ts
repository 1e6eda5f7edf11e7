import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { readExchanges } from '../../evidence/read-exchanges.js';
import { errorsOf } from '../../messages/coded-error.js';
import { resumeUsageMessages } from '../../messages/resume-messages.js';
import { manifestFiles } from '../../evidence/seal/manifest.js';
import { cutTail, type KeepsLine } from '../../trace/cut-tail.js';
import type { LastIds } from '../../client/client-ids.js';
import type { Connection } from '../../trace/connection.js';
import type { Exchange } from '../../trace/exchange.js';
import { journalFile } from '../../trace/journal.js';
import type { JournalLine, TailCut } from '../../trace/journal-event.js';
import { recorderFiles } from '../../trace/recorder-files.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { wasInterrupted } from '../../verdict/interrupted.js';
import type { RecordedScenario } from '../../world/recall/recorded-scenario.js';
import type { RunContext } from '../run-context.js';
import { gatherScenarios, numberOf } from './gather-scenarios.js';
import { readJournal, readLines } from './read-journal.js';
import type { RunRecord } from './run-record.js';

const usage = errorsOf(resumeUsageMessages, 'usage');

/** What the earlier parts of a run left, read when it is resumed. */
export interface RecordedRun {
  readonly record: RunRecord;
  /** Every recorded attempt, in order. */
  readonly results: readonly ScenarioResult[];
  /** Scenarios that are not run again. */
  readonly kept: ReadonlySet<string>;
  /** Scenarios that were under way, by id. */
  readonly unfinished: ReadonlyMap<string, RecordedScenario>;
  /** Running numbers that are taken. */
  readonly last: LastIds;
  /** Running number of the last line of the journal. */
  readonly lastLine: number;
  /** The target's own time of its first recorded answer, Unix seconds; null when there was none. */
  readonly since: number | null;
  readonly cuts: readonly TailCut[];
}

/** Files that may end in a torn line, in the order in which they are cut. */
const tornFiles = [
  ...[
    journalFile,
    recorderFiles.exchanges,
    recorderFiles.connections,
    recorderFiles.redactions,
    recorderFiles.transitions,
  ],
  ...[recorderFiles.results, 'results/messages.ndjson', 'logs/run.ndjson'],
] as const;

/** Files whose lines belong to exchanges. They are written first, so their tail may be of an exchange that is not there. */
const exchangeLines = [recorderFiles.redactions, recorderFiles.transitions] as const;

/**
 * Cuts what is torn, then reads the record. RES-102 (64) when the run has ended; RES-202 (78) or EVD-103 when the
 * rest of the record is damaged.
 */
export async function readRecordedRun(folder: string, record: RunRecord): Promise<RecordedRun> {
  const torn = await cutAll(folder, tornFiles, () => true);
  const journal = await readJournal(join(folder, journalFile));
  if (await hasEnded(folder, journal)) throw usage('RES-102', { run: record.runId });
  const results: ScenarioResult[] = [];
  for await (const result of readLines<ScenarioResult>(join(folder, recorderFiles.results))) results.push(result);
  const kept = new Set(results.filter((result) => !wasInterrupted(result)).map(({ id }) => id));
  const held: Exchange[] = [];
  let [last, since]: [number, number | null] = [0, null];
  for await (const exchange of readExchanges(join(folder, recorderFiles.exchanges))) {
    last = Math.max(last, numberOf(exchange.id));
    since ??= secondsOf(exchange);
    if (exchange.scenario !== null && !kept.has(exchange.scenario)) held.push(exchange);
  }
  const orphaned = await cutAll(folder, exchangeLines, (line) => numberOf(exchangeIdOf(line)) <= last);
  const open = journal.filter((line) => !('scenario' in line) || !kept.has(line.scenario));
  return {
    record,
    results,
    kept,
    unfinished: gatherScenarios(held, open),
    last: { exchange: last, connection: await lastConnection(folder) },
    lastLine: journal.length,
    since,
    cuts: [...torn, ...orphaned],
  };
}

/** A run has ended when it said so and its pack is closed; one that died in between is decided anew. */
async function hasEnded(folder: string, journal: readonly JournalLine[]): Promise<boolean> {
  if (journal.at(-1)?.type !== 'ended') return false;
  return access(join(folder, manifestFiles.json)).then(
    () => true,
    () => false,
  );
}

/** The part of a run's context that says what is left to do; of a new run, everything. */
export function whatIsLeft(recorded: RecordedRun | null): Pick<RunContext, 'kept' | 'unfinished' | 'since'> {
  if (recorded === null) return { kept: new Set(), unfinished: new Map(), since: null };
  const { kept, unfinished, since } = recorded;
  return { kept, unfinished, since };
}

async function cutAll(folder: string, files: readonly string[], keeps: KeepsLine): Promise<readonly TailCut[]> {
  const cuts: TailCut[] = [];
  for (const file of files) {
    const bytes = await cutTail(join(folder, file), keeps);
    if (bytes > 0) cuts.push({ file, bytes });
  }
  return cuts;
}

/** A connection is written down before it is used, so the last one may have carried nothing. */
async function lastConnection(folder: string): Promise<number> {
  let last = 0;
  for await (const { id } of readLines<Connection>(join(folder, recorderFiles.connections))) last = numberOf(id);
  return last;
}

function exchangeIdOf(line: unknown): string {
  const { exchangeId } = line as { readonly exchangeId?: unknown };
  return typeof exchangeId === 'string' ? exchangeId : '';
}

function secondsOf({ response }: Exchange): number | null {
  const milliseconds = Date.parse(response?.headers['date'] ?? '');
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000);
}
