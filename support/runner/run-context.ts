import type { Clock } from '../config/clock.js';
import type { Configuration } from '../config/configuration.js';
import type { ClientIds } from '../client/client-ids.js';
import type { Client, ConnectionSink, ExchangeSink } from '../client/client.js';
import type { Contract } from '../contract/contract.js';
import type { Exchange } from '../trace/exchange.js';
import type { Journal } from '../trace/journal.js';
import type { NdjsonStream } from '../trace/ndjson-stream.js';
import type { Recorder } from '../trace/recorder.js';
import type { Target } from '../target/target.js';
import type { Requirement } from '../verdict/requirement.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import type { Logger } from 'pino';
import { errorsOf } from '../messages/coded-error.js';
import { runnerMessages } from '../messages/runner-messages.js';
import type { ObjectBudget } from './budget/object-budget.js';
import type { CallTable } from './budget/scenario-calls.js';
import type { RecordedScenario } from './resume/recorded-scenario.js';
import type { LateReads } from './late-reads.js';
import type { Plan } from './plan.js';
import type { Progress } from './progress.js';
import type { SentOperations } from './sent-operations.js';

/**
 * What the world's hooks and steps work with during one run. The runner publishes it before Cucumber starts; Cucumber
 * constructs worlds itself, so this is the one place where they meet.
 */
export interface RunContext {
  readonly runId: string;
  readonly configuration: Configuration;
  readonly target: Target;
  readonly contract: Contract;
  readonly client: Client;
  readonly recorder: Recorder<ScenarioResult>;
  readonly clock: Clock;
  /** Keeps the waits between two reads; `clock` when not given. Shows the same time as `clock`. */
  readonly waits?: Clock;
  /** Seed of every scenario's random numbers. */
  readonly seed: number;
  readonly logger: Logger;
  readonly plan: Plan;
  /** The test matrix. */
  readonly catalogue: readonly Requirement[];
  /** What each scenario may call; null while that very table is being written. */
  readonly calls: CallTable | null;
  /** Which operations the run has called so far. */
  readonly sent: Pick<SentOperations, 'ids'>;
  /** Cards to be read once more behind the last scenario. */
  readonly lateReads: Pick<LateReads, 'read'>;
  /** What the scenarios may still create. */
  readonly budget: ObjectBudget;
  /** Finished scenario attempts, in order; the hooks append. */
  readonly results: ScenarioResult[];
  readonly progress: Progress;
  /** Told of every judged exchange, raw, retries included; the hooks collect those of their scenario. */
  readonly exchangeListeners: Set<(exchange: Exchange) => void>;
  /** The way of every exchange: judged, masked, written, told to the listeners. Inbound callbacks take it too. */
  readonly sink: ExchangeSink;
  /** The way of every connection's facts, before anything is sent on it. */
  readonly connections: ConnectionSink;
  /** Numbers the run's exchanges and connections. */
  readonly ids: ClientIds;
  /** What happened in the run, in order; intents of writing calls go in before the call leaves. */
  readonly journal: Journal;
  /** Where Cucumber's messages go. */
  readonly messages: NdjsonStream;
  /** Scenarios that an earlier part of a resumed run finished; they are not run again. */
  readonly kept: ReadonlySet<string>;
  /** Scenarios that an earlier part of a resumed run left unfinished, by id. */
  readonly unfinished: ReadonlyMap<string, RecordedScenario>;
  /** The target's own time of its first recorded answer, Unix seconds; null on a run that was not resumed. */
  readonly since: number | null;
  /** Aborted when the run is interrupted. */
  readonly signal: AbortSignal;
  /** Waits between two scenarios while the target cannot be reached; absent where it ends with the run. */
  readonly untilReachable?: () => Promise<void>;
}

const broken = errorsOf(runnerMessages, 'harnessError');

let current: RunContext | null = null;

/** Publishes the context of the run that is about to start; null when it has ended. */
export function setRunContext(context: RunContext | null): void {
  current = context;
}

/** True while a run is in progress. */
export function hasRunContext(): boolean {
  return current !== null;
}

/** The context of the current run. RUN-203 when Cucumber was started without the runner. */
export function runContext(): RunContext {
  if (current === null) throw broken('RUN-203');
  return current;
}
