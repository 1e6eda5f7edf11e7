import { currentRuntime } from '../config/build-info.js';
import { readProvenance, readBillOfMaterials, readBuildInfo } from '../config/embedded-build.js';
import { evidenceFolder, makeRunFolder } from '../evidence/evidence-folder.js';
import { writeHarness } from '../evidence/harness-files.js';
import { scoreOfBuild } from '../mutation/score/build-score.js';
import { openTarget } from '../target/open-target.js';
import { paceOf } from '../target/pace-of.js';
import { probeSimulation } from './simulation/probe-simulation.js';
import { createMasker } from '../trace/mask/mask-record.js';
import type { Target } from '../target/target.js';
import { announceBudget } from './budget/announce-budget.js';
import { runOutline } from './budget/run-outline.js';
import { CleanUp } from './clean-up.js';
import { recordContainer } from './container-evidence.js';
import { carriedBy } from './carry/carried-by.js';
import { embedSource } from './carry/embed-source.js';
import { openRecording } from './open-recording.js';
import { drawSeed } from './random.js';
import { noticeOtherRuns } from './notice-other-runs.js';
import { beginOrResume } from './resume/begin-or-resume.js';
import { requireSameConditions } from './resume/compare-records.js';
import { holdRun } from './resume/hold-run.js';
import { readRecordedRun } from './resume/recorded-run.js';
import { runRecordOf } from './resume/run-record-of.js';
import { followRun } from './recompute/beside/follow-run.js';
import type { RunRequest } from './run-request.js';
import { signerOf } from './signer-of.js';
import { timeOfRun } from './time-of-run.js';
import { tellBeyondReach } from './tell-beyond-reach.js';
import { openedRun, type OpenRun } from './opened-run.js';

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
    const unreachable = new AbortController();
    const request = { ...asked, ...time, signal: endOf([asked.signal, unreachable.signal], target) };
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
    // Nothing is logged before: the clock may have been set back since an earlier part of the run stopped.
    await beginOrResume(request, recording, {
      ...{ record, recorded, outline },
      ...{ profile, masker },
    });
    recording.logger.info({ seed, selection: prepared.plan.description, targetClass: target.class }, 'run started');
    const unreached = tellBeyondReach(prepared.judged.contract);
    if (unreached !== null) {
      recording.logger.warn(unreached);
      asked.progress.note(unreached);
    }
    announceBudget(outline, { logger: recording.logger, progress: request.progress });
    await probeSimulation(target, recording.client, request);
    const creates = Object.values(outline.creates).some((count) => count > 0);
    const noticed = await noticeOtherRuns(request, target, { ...recording, creates });
    cleanUp.add(() => noticed.release());
    await recording.claims.ask(recording.client);
    const others = noticed.others;
    const beside = followRun(request);
    cleanUp.add(async () => beside?.end());
    const untilReachable = () =>
      recording.reach.untilReachable({
        ...{ client: recording.client, clock, signal: request.signal, progress: request.progress },
        giveUp: (reason) => {
          unreachable.abort(reason);
        },
      });
    return openedRun(request, target, recording, {
      ...{ seed, recorded, signer, cleanUp, others, profile, waits, beside },
      // In production each call is named, and an embedded emulator does not come back.
      ...(record.embedded || record.environment === 'production' ? {} : { untilReachable }),
    });
  } catch (error) {
    await cleanUp.run();
    throw error;
  }
}

/** A run ends early when it is told to, and when its target is away or its own emulator has broken: every further call would fail. */
function endOf(signals: readonly AbortSignal[], { lost }: Target): AbortSignal {
  return AbortSignal.any([...signals, ...(lost === undefined ? [] : [lost])]);
}
