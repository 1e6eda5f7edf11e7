import type { Logger } from 'pino';
import { createClientIds, type ClientIds } from '../client/client-ids.js';
import type { Client, ConnectionSink, ExchangeSink } from '../client/client.js';
import { clientLogTo } from '../client/client-log.js';
import { createClient } from '../client/create-client.js';
import { productionRules } from '../client/production-rules.js';
import { randomStock } from '../client/random-stock.js';
import { createJudge, type Judge } from '../contract/judge.js';
import { loadLifecycles } from '../lifecycle/load-lifecycles.js';
import type { Target } from '../target/target.js';
import { createLogger } from '../trace/logger.js';
import { BoundStreams } from '../trace/bound-streams.js';
import { createRecorder } from '../trace/create-recorder.js';
import type { Exchange } from '../trace/exchange.js';
import { openJournal, type Journal } from '../trace/journal.js';
import { labelKeyOf } from '../trace/mask/label-key.js';
import type { NdjsonStream } from '../trace/ndjson-stream.js';
import { numberBefore } from '../trace/shard-numbers.js';
import { logFile, messagesFile } from '../trace/recorder-files.js';
import { createMasker } from '../trace/mask/mask-record.js';
import { createSecrets, type KnownSecret, type Secrets } from '../trace/mask/secrets.js';
import { secretsOfTarget } from '../target/target-secrets.js';
import type { Recorder } from '../trace/recorder.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import { ClaimWatch } from './claim-watch.js';
import { CleanUp } from './clean-up.js';
import type { RunRequest } from './run-request.js';
import type { RecordedRun } from './resume/recorded-run.js';
import { judgeAndRecord } from './judge-and-record.js';
import { LateReads } from './late-reads.js';
import { proveRules } from './rejudge/prove-rules.js';
import { ReachWatch } from './reach-watch.js';
import { SentOperations } from './sent-operations.js';
import { StrayExchanges } from './stray-exchanges.js';

/** What a recording is opened with beside request and target. */
export interface RecordingOptions {
  readonly ownSecrets: readonly KnownSecret[];
  /** What earlier parts of the run left; null for a new run. */
  readonly recorded: RecordedRun | null;
  /** True when the target outlives the run, so that a stopped run can go on. */
  readonly resumable: boolean;
}

/** Everything that calls, judges and writes during a run. */
export interface Recording {
  readonly client: Client;
  readonly recorder: Recorder<ScenarioResult>;
  readonly journal: Journal;
  /** Where Cucumber's messages go. */
  readonly messages: NdjsonStream;
  readonly logger: Logger;
  /** What the run must not show; the scan of the finished pack asks it what to look for. */
  readonly secrets: Secrets;
  readonly exchangeListeners: Set<(exchange: Exchange) => void>;
  /** The way of every exchange; inbound callbacks take it too. */
  readonly sink: ExchangeSink;
  /** The way of every connection's facts. */
  readonly connections: ConnectionSink;
  /** Numbers every exchange of the run, whoever makes it. */
  readonly ids: ClientIds;
  readonly strays: StrayExchanges;
  /** Holds what the profile denies against what the target shows. */
  readonly claims: ClaimWatch;
  readonly sent: SentOperations;
  /** Reads the cards that deposits were sent to once more. */
  readonly lateReads: LateReads;
  /** Waits for a target that cannot be reached any more. */
  readonly reach: ReachWatch;
  /**
   * Closes client, log and streams, and then the journal, whose last line tells how the run ended and what every stream holds
   * to its last byte. A run that could not write everything down has not come to its end.
   */
  end(how: 'stopped' | 'ended'): Promise<void>;
  /** Closes whatever is still open; safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens recorder, journal, log and client of a run, in this order: nothing is sent before it can be written down. A resumed
 * run goes on in the files of its earlier parts.
 */
export async function openRecording(
  request: RunRequest,
  target: Target,
  options: RecordingOptions,
): Promise<Recording> {
  const closing: Closing = { journals: new CleanUp(), others: new CleanUp() };
  try {
    return await opened(request, target, options, closing);
  } catch (error) {
    await closeAll(closing);
    throw error;
  }
}

/** What was opened: the journal is closed last, because it tells what the others hold. */
interface Closing {
  readonly journals: CleanUp;
  readonly others: CleanUp;
}

async function closeAll({ journals, others }: Closing): Promise<void> {
  await others.run().finally(() => journals.run());
}

async function opened(
  request: RunRequest,
  target: Target,
  options: RecordingOptions,
  closing: Closing,
): Promise<Recording> {
  const { prepared, clock } = request;
  const { contract, validators } = prepared.judged;
  const { journals, others } = closing;
  const judge = createJudge(contract, validators);
  const written = await openWritten(request, target, { ...options, judge }, closing);
  const { streams, secrets, recorder, messages, journal } = written;
  const heard = await listening(request, target, options.recorded);
  const sink = judgeAndRecord({ judge, recorder, readers: heard.readers, listeners: heard.exchangeListeners });
  const destination = await streams.open(logFile);
  const log = createLogger({ level: request.logLevel, destination, mask: createMasker(secrets), clock });
  others.add(() => log.close());
  const before = numberBefore(prepared.plan.shard?.index ?? null);
  const ids = createClientIds(
    randomStock(request.randomBytes),
    options.recorded?.last ?? { exchange: before, connection: before },
  );
  const connections: ConnectionSink = (connection) => recorder.connection(connection);
  const client = createClient({
    ...{ target, contract, sink, connections, clock, ids, productionRules },
    ...{ version: request.harnessVersion, timeoutMs: request.answerWithinMs },
    ...(request.retryClock === undefined ? {} : { retryClock: request.retryClock }),
    log: clientLogTo(log.root),
  });
  others.add(() => client.close());
  const end = async (how: 'stopped' | 'ended') => {
    const [closed] = await Promise.allSettled([others.run()]);
    await journal.checkpoint({ type: closed.status === 'rejected' ? 'stopped' : how });
    await journals.run();
    if (closed.status === 'rejected') throw closed.reason;
  };
  const { exchangeListeners, strays, claims, sent, lateReads, reach } = heard;
  return {
    ...{ client, recorder, journal, messages, secrets, logger: log.root },
    ...{ exchangeListeners, sink, connections, ids, strays, claims, sent, lateReads, reach },
    end,
    close: () => closeAll(closing),
  };
}

/** Opens what the run writes as it goes: the streams with the recorder before them, and the journal that binds them. */
async function openWritten(
  { folder, runId, clock, wallTime, openFile: open }: RunRequest,
  target: Target,
  { ownSecrets, recorded, resumable, judge }: RecordingOptions & { readonly judge: Judge },
  { journals, others }: Closing,
) {
  const { key } = labelKeyOf(target, runId);
  const secrets = createSecrets({ key, known: [...secretsOfTarget(target), ...ownSecrets] });
  const streams = new BoundStreams({
    ...{ folder, resumable, open },
    ...(recorded === null ? {} : { earlier: recorded.digests }),
  });
  others.add(() => streams.close());
  const recorder = await createRecorder<ScenarioResult>({
    ...{ streams, secrets, lifecycles: await loadLifecycles() },
    ...(recorded === null ? {} : { earlier: recorded.exchanges() }),
    proveRules: (masked, redactions) => proveRules(masked, redactions, judge),
  });
  const messages = await streams.open(messagesFile);
  const journal = await openJournal({
    ...{ folder, runId, clock, wallTime, streams, open },
    last: recorded?.head ?? null,
  });
  journals.add(() => journal.close());
  return { secrets, streams, recorder, messages, journal };
}

/** Who reads every exchange as it is recorded. What earlier parts of the run recorded counts as if it had just been said. */
async function listening(
  { prepared }: RunRequest,
  { environment, profile }: Target,
  recorded: RecordingOptions['recorded'],
) {
  const { contract } = prepared.judged;
  const strays = new StrayExchanges();
  const claims = new ClaimWatch({ environment, capabilities: profile.capabilities, contract });
  const sent = new SentOperations(contract);
  const lateReads = new LateReads();
  const reach = new ReachWatch();
  const readers = new Set([strays.listen, claims.listen, sent.listen, lateReads.listen, reach.listen]);
  if (recorded !== null) {
    for await (const exchange of recorded.exchanges()) for (const read of readers) read(exchange);
  }
  return {
    strays,
    claims,
    sent,
    lateReads,
    reach,
    readers,
    exchangeListeners: new Set<(exchange: Exchange) => void>(),
  };
}
