import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createClientIds, type ClientIds } from '../client/client-ids.js';
import type { Client, ExchangeSink } from '../client/client.js';
import { clientLogTo } from '../client/client-log.js';
import { createClient } from '../client/create-client.js';
import { productionRules } from '../client/production-rules.js';
import { createJudge } from '../contract/judge.js';
import { loadLifecycles } from '../lifecycle/load-lifecycles.js';
import type { Target } from '../target/target.js';
import { createLogger } from '../trace/logger.js';
import { createRecorder } from '../trace/create-recorder.js';
import type { Exchange } from '../trace/exchange.js';
import { createMasker } from '../trace/mask/mask-record.js';
import { createSecrets, type KnownSecret, type Secrets } from '../trace/mask/secrets.js';
import { secretsOfTarget } from '../trace/mask/target-secrets.js';
import type { Recorder } from '../trace/recorder.js';
import { ClaimWatch } from './claim-watch.js';
import { CleanUp } from './clean-up.js';
import type { RunRequest } from './run-request.js';
import { judgeAndRecord } from './judge-and-record.js';
import { SentOperations } from './sent-operations.js';
import { StrayExchanges } from './stray-exchanges.js';

/** Everything that calls, judges and writes during a run. */
export interface Recording {
  readonly client: Client;
  readonly recorder: Recorder;
  readonly logger: Logger;
  /** What the run must not show; the scan of the finished pack asks it what to look for. */
  readonly secrets: Secrets;
  readonly exchangeListeners: Set<(exchange: Exchange) => void>;
  /** The way of every exchange; inbound callbacks take it too. */
  readonly sink: ExchangeSink;
  /** Numbers every exchange of the run, whoever makes it. */
  readonly ids: ClientIds;
  readonly strays: StrayExchanges;
  /** Holds what the profile denies against what the target shows. */
  readonly claims: ClaimWatch;
  readonly sent: SentOperations;
  /** Closes client, files and log; safe to call twice. */
  close(): Promise<void>;
}

/** Opens recorder, log and client of a run, in this order: nothing is sent before it can be written down. */
export async function openRecording(
  request: RunRequest,
  target: Target,
  ownSecrets: readonly KnownSecret[],
): Promise<Recording> {
  const { folder, prepared, clock } = request;
  const { contract, validators } = prepared.judged;
  const cleanUp = new CleanUp();
  const secrets = createSecrets({ key: randomBytes(32), known: [...secretsOfTarget(target), ...ownSecrets] });
  const recorder = await createRecorder({ folder, secrets, lifecycles: await loadLifecycles() });
  cleanUp.add(() => recorder.close());
  const strays = new StrayExchanges();
  const { environment, profile } = target;
  const claims = new ClaimWatch({ environment, capabilities: profile.capabilities, contract });
  const sent = new SentOperations(contract);
  const exchangeListeners = new Set([strays.listen, claims.listen, sent.listen]);
  const sink = judgeAndRecord({ judge: createJudge(contract, validators), recorder, listeners: exchangeListeners });
  const log = await createLogger({
    level: request.logLevel,
    file: join(folder, 'logs/run.ndjson'),
    mask: createMasker(secrets),
  });
  cleanUp.add(() => log.close());
  const ids = createClientIds(randomBytes);
  const client = createClient({
    target,
    contract,
    sink,
    clock,
    ids,
    productionRules,
    version: request.harnessVersion,
    log: clientLogTo(log.root),
  });
  cleanUp.add(() => client.close());
  const close = () => cleanUp.run();
  return { client, recorder, secrets, logger: log.root, exchangeListeners, sink, ids, strays, claims, sent, close };
}
