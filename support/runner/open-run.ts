import type { DerivedRun } from '../evidence/views/derived-run.js';
import type { OtherRun } from '../evidence/run-facts.js';
import { currentRuntime, readBillOfMaterials, readBuildInfo, readProvenance } from '../config/build-info.js';
import { evidenceFolder, makeRunFolder } from '../evidence/evidence-folder.js';
import { writeHarness } from '../evidence/harness-files.js';
import type { Signer } from '../evidence/seal/signer.js';
import type { Clock } from '../config/clock.js';
import type { Profile } from '../config/profile.js';
import { CodedError } from '../messages/coded-error.js';
import { scoreOfBuild } from '../mutation/score/build-score.js';
import { openTarget } from '../target/open-target.js';
import { paceOf } from '../target/pace-of.js';
import { probeSimulation } from './simulation/probe-simulation.js';
import { createMasker } from '../trace/mask/mask-record.js';
import type { KnownSecret } from '../trace/mask/secrets.js';
import { secretsServedBy } from '../target/target-secrets.js';
import type { Target } from '../target/target.js';
import { announceBudget } from './budget/announce-budget.js';
import { ObjectBudget } from './budget/object-budget.js';
import { runOutline } from './budget/run-outline.js';
import { CleanUp } from './clean-up.js';
import { keepContainerLog, recordContainer } from './container-evidence.js';
import { carriedBy } from './carry/carried-by.js';
import { embedSource } from './carry/embed-source.js';
import { decideAndSeal } from './decide-and-seal.js';
import { openRecording, type Recording } from './open-recording.js';
import { drawSeed } from './random.js';
import { noticeOtherRuns } from './notice-other-runs.js';
import { beginOrResume } from './resume/begin-or-resume.js';
import { requireSameConditions } from './resume/compare-records.js';
import { holdRun } from './resume/hold-run.js';
import { readRecordedRun, whatIsLeft, type RecordedRun } from './resume/recorded-run.js';
import { runRecordOf } from './resume/run-record-of.js';
import { refusedCall } from './refused-call.js';
import { followRun, toldOf } from './recompute/beside/follow-run.js';
import type { RecomputationBeside } from './recompute/beside/recompute-beside.js';
import type { RunContext } from './run-context.js';
import type { RunRequest } from './run-request.js';
import { signerOf } from './signer-of.js';
import { timeOfRun } from './time-of-run.js';
import { tellBeyondReach } from './tell-beyond-reach.js';

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

const embeddedSeed = 1;

/**
 * Opens target and recording of a run, checks that a staging host has simulations. Throws
 * coded errors for what stops a run before its first scenario, with everything closed again.
 */
export async function openRun(asked: RunRequest): Promise<OpenRun> {
  const { waits, shared, ...time } = timeOfRun(asked);
  const { configuration, prepared, resume, randomBytes } = asked;
  const { clock } = time;
  const seed = resume?.seed ?? asked.seed ?? (configuration.baseUrl === null ? embeddedSeed : drawSeed(randomBytes));
  const cleanUp = new CleanUp();
  try {
    const target = await openTarget(configuration, {
      ...{ ...prepared.served, clock, randomBytes, seed, timeScale: paceOf(configuration), startedFor: asked.runId },
      ...(shared === null ? {} : { time: shared }),
      part: prepared.plan.shard?.index ?? 0,
      tell: (sentence) => asked.progress.note(sentence),
    });
    cleanUp.add(() => target.close());
    const request = { ...asked, ...time, signal: endOf(asked.signal, target) };
    const record = await runRecordOf(request, target, seed);
    if (resume !== null) requireSameConditions(resume, record);
    const { signer, secrets: ownSecrets } = await signerOf(configuration.signingKeyPath);
    const taking = carriedBy(request, { record, target, signer });
    await makeRunFolder(request.folder);
    const lock = await holdRun(request.folder, request.runId, record.startedAt);
    cleanUp.add(() => lock.release());
    const recorded = resume === null ? null : await readRecordedRun(request.folder, resume);
    const recording = await openRecording(request, target, { ownSecrets, recorded, resumable: !record.embedded });
    cleanUp.add(() => recording.close());
    recording.logger.info({ seed, selection: prepared.plan.description, targetClass: target.class }, 'run started');
    const unreached = tellBeyondReach(prepared.judged.contract);
    if (unreached !== null) {
      recording.logger.warn(unreached);
      asked.progress.note(unreached);
    }
    const outline = runOutline(configuration, prepared);
    const masker = createMasker(recording.secrets);
    // People write freely into a profile: what is planned, decided and shown is what may be shown of it.
    const profile = masker.record(target.profile);
    const build = readBuildInfo();
    const embedded = { provenance: readProvenance(), billOfMaterials: readBillOfMaterials() };
    const harness = { build, runtime: currentRuntime(), ...embedded };
    const folder = evidenceFolder(request.folder);
    await writeHarness(folder, { ...harness, score: scoreOfBuild(build) });
    await recordContainer(request.folder, target);
    if (taking !== null) await embedSource(folder, taking.pack, taking.plan);
    if (request.baseline !== null) {
      const { freezeBaseline } = await import('../diff/dossier/freeze-baseline.js');
      await freezeBaseline(folder, request.baseline, record.contractSha256);
    }
    announceBudget(outline, { logger: recording.logger, progress: request.progress });
    await beginOrResume(request, recording, {
      ...{ record, recorded, outline },
      ...{ profile, masker },
    });
    await probeSimulation(target, recording.client);
    const creates = Object.values(outline.creates).some((count) => count > 0);
    const noticed = await noticeOtherRuns(request, target, { ...recording, creates });
    cleanUp.add(() => noticed.release());
    await recording.claims.ask(recording.client);
    const others = noticed.others;
    const beside = followRun(request);
    cleanUp.add(async () => beside?.end());
    return opened(request, target, recording, { seed, recorded, signer, cleanUp, others, profile, waits, beside });
  } catch (error) {
    await cleanUp.run();
    throw error;
  }
}

/** What a run is opened with beside its request. */
interface Opening {
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
}

function opened(
  request: RunRequest,
  target: Target,
  recording: Recording,
  { seed, recorded, signer, cleanUp, others, profile, waits, beside }: Opening,
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
  } = recording;
  const context: RunContext = {
    ...{ runId, configuration, target, contract, client, recorder, clock, waits, logger, results, progress, signal },
    ...{ seed, plan: prepared.plan, catalogue: prepared.catalogue, exchangeListeners, sink, connections, ids },
    ...{ calls: prepared.calls, sent, messages, ...whatIsLeft(recorded) },
    journal: beside === null ? journal : toldOf(journal, beside),
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

/** A run ends early when it is told to, and when its own emulator has broken: every further call would fail. */
function endOf(signal: AbortSignal, { lost }: Target): AbortSignal {
  return lost === undefined ? signal : AbortSignal.any([signal, lost]);
}

function sentence(error: unknown): string {
  if (error instanceof CodedError) return `${error.code}: ${error.message}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
