import { isDeepStrictEqual } from 'node:util';
import { linesOf } from '../../evidence/lines-of.js';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import { parseJson } from '../../evidence/verify/parse-json.js';
import type { Difference } from '../../evidence/verify/verification.js';
import { chainStart, lineHash } from '../../trace/journal-chain.js';
import type { JournalLine, RunStartedEvent } from '../../trace/journal-event.js';
import { journalFile } from '../../trace/journal-file.js';
import { joinedEvents } from './joined-events.js';
import { lineEvent } from './line-event.js';
import type { OpenShard } from './shard-within.js';
import { StreamDigests } from './stream-digests.js';

/** The first event of a merged run, and its time (ISO 8601). */
export interface JoinedBeginning {
  readonly at: string;
  readonly event: RunStartedEvent;
}

/** The lines of a merged run's journal, chained anew. `pack` has the joined streams. */
export async function* journalLines(
  pack: OpenPack,
  { at, event }: JoinedBeginning,
  shards: readonly OpenShard[],
): AsyncGenerator<string> {
  const digests = new StreamDigests(pack);
  let [n, previousHash] = [1, chainStart(event.runId)];
  const line = (time: string, rest: object): string => {
    const text = JSON.stringify({ n, at: time, previousHash, ...rest });
    [n, previousHash] = [n + 1, lineHash(text)];
    return `${text}\n`;
  };
  yield line(at, event);
  for await (const { at: time, event: next, held } of joinedEvents(shards)) {
    yield line(time, held === null ? next : { ...next, streams: await digests.at(held) });
  }
}

/**
 * Where the journal of a merged run is not made of the journals of its shards. That its chain, its marks and its first line hold
 * is checked as for every journal.
 */
export async function joinedJournalDifferences(
  pack: OpenPack,
  { at, seed, scenarios }: { readonly at: string; readonly seed: number; readonly scenarios: number },
  shards: readonly OpenShard[],
): Promise<Difference[]> {
  const file = pack.file(journalFile);
  if (file === null) return [];
  const expected = joinedEvents(shards)[Symbol.asyncIterator]();
  const wrong = (number: number, problem: string): Difference[] => [
    { where: `${journalFile} line ${String(number)}`, problem },
  ];
  let read = 0;
  for await (const { number, bytes } of linesOf(file)) {
    read = number;
    const line = parseJson(bytes.toString('utf8'), `${journalFile} line ${String(number)}`) as JournalLine;
    if (number === 1) {
      const began = line.type === 'run-started' && line.seed === seed && line.scenarios === scenarios && line.at === at;
      if (!began) return wrong(1, 'it does not begin the run as plan/merged.json and plan/run.json say');
      continue;
    }
    const next = await expected.next();
    if (next.done === true) return wrong(number, 'it was added: no shard recorded it');
    const rest = lineEvent(line);
    const { event, held, at: time } = next.value;
    const marks =
      'streams' in rest ? rest.streams.map(({ file: path, bytes: size }) => ({ file: path, bytes: size })) : null;
    const said = { ...rest, ...(marks === null ? {} : { streams: marks }) };
    const told = { at: time, ...event, ...(held === null ? {} : { streams: held }) };
    if (!isDeepStrictEqual(said, told)) return wrong(number, 'it is not what the journal of its shard says');
  }
  const rest = await expected.next();
  return rest.done === true ? [] : wrong(read + 1, 'it is missing: a shard recorded it');
}
