import type { DerivedRun } from '../views/derived-run.js';
import type { OtherRun } from '../evidence/run-facts.js';
import type { Signer } from '../evidence/seal/signer.js';
import type { Clock } from '../config/clock.js';
import type { Profile } from '../config/profile.js';
import { CodedError } from '../messages/coded-error.js';
import type { KnownSecret } from '../trace/mask/secrets.js';
import { secretsServedBy } from '../target/target-secrets.js';
import type { Target } from '../target/target.js';
import { ObjectBudget } from './budget/object-budget.js';
import type { CleanUp } from './clean-up.js';
import { keepContainerLog } from './container-evidence.js';
import { decideAndSeal } from './decide-and-seal.js';
import { type Recording } from './open-recording.js';
import { whatIsLeft, type RecordedRun } from './resume/recorded-run.js';
import { refusedCall } from './refused-call.js';
import { toldOf } from './recompute/beside/follow-run.js';
import type { RecomputationBeside } from './recompute/beside/recompute-beside.js';
import type { RunContext } from './run-context.js';
import type { RunRequest } from './run-request.js';

/** A run between its first call and its decision, whoever drives its scenarios. */
export interface OpenRun {
  /** What hooks and steps work with. */
  readonly context: RunContext;
  /** Does a part of the run; what it throws becomes a problem of the harness in the decision. */
  attempt(work: () => Promise<void>): Promise<void>;
  /** Notes problems of the harness outside every scenario. */
  blame(problems: readonly unknown[]): void;
  /** Decides, writes the evidence and closes everything. Throws a call that must not be made (exit 77), written or not. */
  finish(): Promise<DerivedRun>;
}

/** What a run is opened with beside its request. */
export interface Opening {
  readonly seed: number;
  readonly recorded: RecordedRun | null;
  readonly signer: Signer;
  readonly cleanUp: CleanUp;
  readonly others: readonly OtherRun[];
  /** The program profile as frozen: masked. */
  readonly profile: Profile;
  /** Keeps the waits between two reads. */
  readonly waits: Clock;
  /** Derives the run again while it is under way; null when that comes at its end. */
  readonly beside: RecomputationBeside | null;
  /** Waits while the target cannot be reached; absent where it ends with the run. */
  readonly untilReachable?: () => Promise<void>;
}

/** A run whose target and recording are open, for whoever drives its scenarios. */
export function openedRun(
  request: RunRequest,
  target: Target,
  recording: Recording,
  { seed, recorded, signer, cleanUp, others, profile, waits, beside, untilReachable }: Opening,
): OpenRun {
  const { prepared, progress, configuration, clock, signal, runId } = request;
  const { contract } = prepared.judged;
  const results = [...(recorded?.results ?? [])];
  const {
    client,
    recorder,
    journal,
    logger,
    messages,
    exchangeListeners,
    sink,
    connections,
    ids,
    strays,
    claims,
    sent,
    lateReads,
  } = recording;
  const context: RunContext = {
    ...{ runId, configuration, target, contract, client, recorder, clock, waits, logger, results, progress, signal },
    ...{ seed, plan: prepared.plan, catalogue: prepared.catalogue, exchangeListeners, sink, connections, ids },
    ...{ calls: prepared.calls, sent, lateReads, messages, ...whatIsLeft(recorded) },
    journal: beside === null ? journal : toldOf(journal, beside),
    ...(untilReachable === undefined ? {} : { untilReachable }),
    budget: new ObjectBudget({ table: prepared.calls, contract: prepared.served.contract }),
  };
  const problems: string[] = [];
  let holed = false;
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      logger.error({ err: error }, 'the harness failed');
      holed ||= error instanceof CodedError && error.code === 'TRC-102';
      problems.push(recorder.maskText(sentence(error)));
    }
  };
  const decide = async () => {
    let served: readonly KnownSecret[] = [];
    progress.finished();
    // Said once: a signal may come at any time.
    const interrupted = signal.aborted;
    await attempt(() => recording.end(interrupted ? 'stopped' : 'ended'));
    await attempt(async () => {
      served = await secretsServedBy(target);
    });
    await attempt(() => keepContainerLog(request.folder, target, (text) => recorder.maskText(text)));
    beside?.closed(target.class);
    const sealed = await decideAndSeal(request, {
      ...{ target: { ...target, profile }, baseUrl: target.baseUrl.href },
      ...{ results, strays, claims: claims.findings, others, signer },
      ...{ harnessProblems: problems, interrupted, holed, beside },
      secrets: () => [...recording.secrets.searchable(), ...served],
    });
    const refusal = refusedCall(results);
    if (refusal !== null) throw refusal;
    return sealed;
  };
  progress.runStarted(prepared.plan.scenarios.length - context.kept.size);
  return {
    context,
    attempt,
    blame: (found) => {
      problems.push(...found.map((problem) => recorder.maskText(sentence(problem))));
    },
    finish: () => decide().finally(() => cleanUp.run()),
  };
}

function sentence(error: unknown): string {
  if (error instanceof CodedError) return `${error.code}: ${error.message}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
