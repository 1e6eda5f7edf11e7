import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createClientIds, type ClientIds } from '../client/client-ids.js';
import type { Client, ConnectionSink, ExchangeSink } from '../client/client.js';
import { clientLogTo } from '../client/client-log.js';
import { createClient } from '../client/create-client.js';
import { productionRules } from '../client/production-rules.js';
import { createJudge } from '../contract/judge.js';
import { loadLifecycles } from '../lifecycle/load-lifecycles.js';
import type { Target } from '../target/target.js';
import { createLogger } from '../trace/logger.js';
import { createRecorder } from '../trace/create-recorder.js';
import type { Exchange } from '../trace/exchange.js';
import { readExchanges } from '../evidence/read-exchanges.js';
import { journalFile, openJournal, type Journal } from '../trace/journal.js';
import { labelKeyOf } from '../trace/mask/label-key.js';
import { recorderFiles } from '../trace/recorder-files.js';
import { createMasker } from '../trace/mask/mask-record.js';
import { createSecrets, type KnownSecret, type Secrets } from '../trace/mask/secrets.js';
import { secretsOfTarget } from '../trace/mask/target-secrets.js';
import type { Recorder } from '../trace/recorder.js';
import { ClaimWatch } from './claim-watch.js';
import { CleanUp } from './clean-up.js';
import type { RunRequest } from './run-request.js';
import type { RecordedRun } from './resume/recorded-run.js';
import { judgeAndRecord } from './judge-and-record.js';
import { proveRules } from './rejudge/prove-rules.js';
import { SentOperations } from './sent-operations.js';
import { StrayExchanges } from './stray-exchanges.js';

/** Everything that calls, judges and writes during a run. */
export interface Recording {
  readonly client: Client;
  readonly recorder: Recorder;
  readonly journal: Journal;
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
  /** Closes client, files and log; safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens recorder, journal, log and client of a run, in this order: nothing is sent before it can be written down. A resumed
 * run goes on in the files of its earlier parts.
 */
export async function openRecording(
  request: RunRequest,
  target: Target,
  { ownSecrets, recorded }: { readonly ownSecrets: readonly KnownSecret[]; readonly recorded: RecordedRun | null },
): Promise<Recording> {
  const { folder, prepared, clock } = request;
  const { contract, validators } = prepared.judged;
  const cleanUp = new CleanUp();
  const { key } = labelKeyOf(target, request.runId);
  const secrets = createSecrets({ key, known: [...secretsOfTarget(target), ...ownSecrets] });
  const exchangesFile = join(folder, recorderFiles.exchanges);
  const earlier = recorded === null ? {} : { earlier: readExchanges(exchangesFile) };
  const judge = createJudge(contract, validators);
  const recorder = await createRecorder({
    ...{ folder, secrets, lifecycles: await loadLifecycles(), ...earlier },
    proveRules: (masked, redactions) => proveRules(masked, redactions, judge),
  });
  cleanUp.add(() => recorder.close());
  const journal = await openJournal({ file: join(folder, journalFile), clock, last: recorded?.lastLine ?? 0 });
  cleanUp.add(() => journal.close());
  const strays = new StrayExchanges();
  const { environment, profile } = target;
  const claims = new ClaimWatch({ environment, capabilities: profile.capabilities, contract });
  const sent = new SentOperations(contract);
  const exchangeListeners = new Set([strays.listen, claims.listen, sent.listen]);
  // What earlier parts of the run recorded counts as if it had just been said.
  if (recorded !== null) {
    for await (const exchange of readExchanges(exchangesFile)) for (const tell of exchangeListeners) tell(exchange);
  }
  const sink = judgeAndRecord({ judge, recorder, listeners: exchangeListeners });
  const log = await createLogger({
    level: request.logLevel,
    file: join(folder, 'logs/run.ndjson'),
    mask: createMasker(secrets),
  });
  cleanUp.add(() => log.close());
  const ids = createClientIds(randomBytes, recorded?.last);
  const connections: ConnectionSink = (connection) => recorder.connection(connection);
  const client = createClient({
    target,
    contract,
    sink,
    connections,
    clock,
    ids,
    productionRules,
    version: request.harnessVersion,
    log: clientLogTo(log.root),
  });
  cleanUp.add(() => client.close());
  const close = () => cleanUp.run();
  const heard = { exchangeListeners, sink, connections, ids, strays, claims, sent };
  return { client, recorder, journal, secrets, logger: log.root, ...heard, close };
}
