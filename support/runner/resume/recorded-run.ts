import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openPack, type OpenPack } from '../../evidence/verify/open-pack.js';
import { errorsOf } from '../../messages/coded-error.js';
import { resumeUsageMessages } from '../../messages/resume-messages.js';
import { cutTail, type KeepsLine } from '../../trace/cut-tail.js';
import type { LastIds } from '../../client/client-ids.js';
import type { Connection } from '../../trace/connection.js';
import type { Exchange } from '../../trace/exchange.js';
import { journalFile } from '../../trace/journal-file.js';
import type { JournalHead } from '../../trace/journal-chain.js';
import type { TailCut } from '../../trace/journal-event.js';
import { logFile, messagesFile, recorderFiles } from '../../trace/recorder-files.js';
import { numberBefore } from '../../trace/shard-numbers.js';
import { RunningDigest } from '../../trace/running-digest.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { wasInterrupted } from '../../verdict/interrupted.js';
import type { RecordedScenario } from './recorded-scenario.js';
import { readShard } from '../shard/read-shard.js';
import type { RunContext } from '../run-context.js';
import { gatherScenarios, numberOf } from './gather-scenarios.js';
import { hasEnded } from './ended-run.js';
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
  /** Every recorded exchange, read anew each time. */
  readonly exchanges: () => AsyncIterable<Exchange>;
  /** True for a run that did all it had to, and died before its pack was closed. */
  readonly cameToItsEnd: boolean;
  /** Where the journal ends. */
  readonly head: JournalHead;
  /** What the streams hold, by their paths. */
  readonly digests: ReadonlyMap<string, RunningDigest>;
  /** The target's own time of its first recorded answer, Unix seconds; null when there was none. */
  readonly since: number | null;
  readonly cuts: readonly TailCut[];
}

/** Files that may end in a torn line, in the order in which they are cut. */
const tornFiles = [
  ...[journalFile, recorderFiles.exchanges, recorderFiles.connections, recorderFiles.redactions],
  ...[recorderFiles.transitions, recorderFiles.results, messagesFile, logFile],
] as const;

/** Files whose lines belong to exchanges. They are written first, so their tail may be of an exchange that is not there. */
const exchangeLines = [recorderFiles.redactions, recorderFiles.transitions] as const;

/**
 * Cuts what is torn, then reads the record. RES-102 (64) when the run has ended; RES-301 (4) when the record was changed
 * since; RES-202 (78) when the part behind the last mark of the journal is damaged.
 */
export async function readRecordedRun(folder: string, record: RunRecord): Promise<RecordedRun> {
  if (await hasEnded(await openPack(folder), record)) throw usage('RES-102', { run: record.runId, pack: folder });
  await removeDrafts(folder);
  const torn = await cutAll(folder, tornFiles, () => true);
  const files = await openPack(folder);
  const { events, head } = await readJournal(files, record.runId);
  const results: ScenarioResult[] = [];
  for await (const result of readLines<ScenarioResult>(files, recorderFiles.results)) results.push(result);
  const kept = new Set(results.filter((result) => !wasInterrupted(result)).map(({ id }) => id));
  const held: Exchange[] = [];
  const before = numberBefore((await readShard(files))?.index ?? null);
  let [last, since]: [number, number | null] = [before, null];
  for await (const exchange of readLines<Exchange>(files, recorderFiles.exchanges)) {
    last = Math.max(last, numberOf(exchange.id));
    since ??= secondsOf(exchange);
    if (exchange.scenario !== null && !kept.has(exchange.scenario)) held.push(exchange);
  }
  const orphaned = await cutAll(folder, exchangeLines, (line) => numberOf(exchangeIdOf(line)) <= last);
  const open = events.filter((line) => !('scenario' in line) || !kept.has(line.scenario));
  return {
    record,
    results,
    kept,
    unfinished: gatherScenarios(held, open),
    last: { exchange: last, connection: await lastConnection(files, before) },
    exchanges: () => readLines<Exchange>(files, recorderFiles.exchanges),
    cameToItsEnd: events.at(-1)?.type === 'ended',
    head,
    digests: await digestsOf(await openPack(folder)),
    since,
    cuts: [...torn, ...orphaned],
  };
}

/** The part of a run's context that says what is left to do; of a new run, everything. */
export function whatIsLeft(recorded: RecordedRun | null): Pick<RunContext, 'kept' | 'unfinished' | 'since'> {
  if (recorded === null) return { kept: new Set(), unfinished: new Map(), since: null };
  const { kept, unfinished, since } = recorded;
  return { kept, unfinished, since };
}

/** Removes what a process that died left half written; its readers only ever see whole files. */
async function removeDrafts(folder: string): Promise<void> {
  const { files } = await openPack(folder);
  for (const { path } of files) if (path.endsWith('.partial')) await rm(join(folder, path));
}

async function digestsOf(folder: OpenPack): Promise<ReadonlyMap<string, RunningDigest>> {
  const digests = new Map<string, RunningDigest>();
  for (const path of tornFiles) {
    const digest = new RunningDigest();
    for await (const chunk of folder.file(path)?.open() ?? []) digest.update(chunk);
    digests.set(path, digest);
  }
  return digests;
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
async function lastConnection(files: OpenPack, before: number): Promise<number> {
  let last = before;
  for await (const { id } of readLines<Connection>(files, recorderFiles.connections)) last = numberOf(id);
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
