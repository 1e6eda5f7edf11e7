import { errorsOf } from '../messages/coded-error.js';
import { verifyMessages } from '../messages/verify-messages.js';
import type { Connection } from '../trace/connection.js';
import type { Exchange } from '../trace/exchange.js';
import type { Redaction } from '../trace/mask/redaction.js';
import type { ObservedTransition } from '../trace/recorder.js';
import { recorderFiles } from '../trace/recorder-files.js';
import { linesOf } from './lines-of.js';
import { baselineFiles } from './baseline-places.js';
import { carriedRoot } from './carried-places.js';
import { bytesOf, type OpenPack } from './verify/open-pack.js';
import { parseJson } from './verify/parse-json.js';
import { remembered, type Sized } from './remembered.js';

const damaged = errorsOf(verifyMessages, 'integrity');

/**
 * What a run recorded and what it was planned to do, read from its folder or its pack. Every call reads from the start, one record
 * at a time, so that a long run does not have to fit in memory; small streams are kept. VFY-302 names a file that is missing or damaged.
 */
export interface RecordedStreams {
  readonly exchanges: () => AsyncIterable<Exchange>;
  /** Those of earlier runs whose evidence was carried over, with ids that name the run: `run-.../x-000001`. */
  readonly carriedExchanges: () => AsyncIterable<Exchange>;
  /** Those of the run this one is compared with that bear witness to what was observed there; none without a baseline. */
  readonly baselineExchanges: () => AsyncIterable<Exchange>;
  readonly connections: () => AsyncIterable<Connection>;
  readonly transitions: () => AsyncIterable<ObservedTransition>;
  readonly redactions: () => AsyncIterable<Redaction>;
  /** A small file as text, such as one of `plan/`. */
  readonly text: (path: string) => Promise<string>;
  /** Paths of all files below a folder of the pack (`plan/features/`), sorted. */
  readonly filesIn: (folder: string) => readonly string[];
}

/** Streams by opened pack: whoever has the same pack open shares what is kept of it. */
const known = new WeakMap<OpenPack, RecordedStreams>();

/** The recorded streams of an opened pack, the same for everybody who has it open. */
export function recordedStreams(pack: OpenPack): RecordedStreams {
  const streams = known.get(pack) ?? streamsOf(pack);
  known.set(pack, streams);
  return streams;
}

function streamsOf(pack: OpenPack): RecordedStreams {
  const records = <T>(path: string, members: readonly string[]) => remembered(() => recordsIn<T>(pack, path, members));
  return {
    exchanges: records<Exchange>(recorderFiles.exchanges, ['id', 'request']),
    carriedExchanges: () => carriedIn(pack),
    baselineExchanges: () => baselineIn(pack),
    connections: records<Connection>(recorderFiles.connections, ['id', 'chain']),
    transitions: records<ObservedTransition>(recorderFiles.transitions, ['entity', 'entityId']),
    redactions: records<Redaction>(recorderFiles.redactions, ['exchangeId', 'pointer']),
    text: async (path) => (await bytesOf(pack, path)).toString('utf8'),
    filesIn: (folder) => pack.files.map(({ path }) => path).filter((path) => path.startsWith(folder)),
  };
}

/** Path of the exchanges of a carried run; the last run of the path is the one that made them. */
const carriedFile = new RegExp(`^${carriedRoot}(?:.*/)?([^/]+)/${recorderFiles.exchanges}$`);

async function* carriedIn(pack: OpenPack): AsyncGenerator<Exchange> {
  for (const { path } of pack.files) {
    const runId = carriedFile.exec(path)?.[1];
    if (runId === undefined) continue;
    for await (const { value } of recordsIn<Exchange>(pack, path, ['id', 'request'])) {
      yield { ...value, id: `${runId}/${value.id}` };
    }
  }
}

async function* baselineIn(pack: OpenPack): AsyncGenerator<Exchange> {
  if (pack.file(baselineFiles.exchanges) === null) return;
  for await (const { value } of recordsIn<Exchange>(pack, baselineFiles.exchanges, ['id', 'request'])) yield value;
}

/** Our own recorder wrote the rest of each record's shape; `members` tell it from other JSON. */
async function* recordsIn<T>(pack: OpenPack, path: string, members: readonly string[]): AsyncGenerator<Sized<T>> {
  const file = pack.file(path);
  if (file === null) throw damaged('VFY-302', { file: path, problem: 'it is missing' });
  for await (const { number, bytes } of linesOf(file)) {
    if (bytes.length === 0) continue;
    const place = `${path} line ${number}`;
    const value = parseJson(bytes.toString('utf8'), place);
    if (typeof value !== 'object' || value === null || members.some((member) => !(member in value))) {
      throw damaged('VFY-302', { file: place, problem: `it has no ${members.join(' and ')}` });
    }
    yield { value: value as T, bytes: bytes.length };
  }
}
