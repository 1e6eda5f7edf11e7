import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../config/clock.js';
import type { Configuration } from '../config/configuration.js';
import type { DecidedRun } from '../evidence/decided-run.js';
import { evidenceFolder } from '../evidence/evidence-folder.js';
import { defaultTimeScale } from '../emulator/timing/delays.js';
import { CodedError } from '../messages/coded-error.js';
import { openTarget } from '../target/open-target.js';
import { probeSimulation } from '../target/probe-simulation.js';
import type { Target } from '../target/target.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import { checkScenarioBacklog } from '../verdict/scenario-backlog.js';
import { announceBudget } from './budget/announce-budget.js';
import { ObjectBudget } from './budget/object-budget.js';
import { runOutline } from './budget/run-outline.js';
import { CleanUp } from './clean-up.js';
import { decideRun } from './decide-run.js';
import { openRecording, type Recording } from './open-recording.js';
import type { PreparedRun } from './prepare-run.js';
import type { Progress } from './progress.js';
import { refusedCall } from './refused-call.js';
import { rowContextOf, rowsWithScenario } from './row-context.js';
import { runPlan } from './run-plan.js';
import { drawSeed } from './random.js';
import { writeEvidence } from './write-evidence.js';

/** One run, ready to start. */
export interface RunRequest {
  readonly runId: string;
  /** Folder of the run, absolute; made here. */
  readonly folder: string;
  readonly configuration: Configuration;
  readonly prepared: PreparedRun;
  /** Null lets the target decide: the embedded emulator repeats itself, a lasting target never sees the same people twice. */
  readonly seed: number | null;
  readonly logLevel: string;
  readonly harnessVersion: string;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

const embeddedSeed = 1;

/**
 * Opens the target, runs the plan, decides and writes the evidence; closes everything it opened. Throws coded errors
 * for what stops a run before its first scenario; afterwards every failure becomes part of the decided run.
 */
export async function executeRun(request: RunRequest): Promise<DecidedRun> {
  const { configuration, prepared, clock } = request;
  const seed = request.seed ?? (configuration.baseUrl === null ? embeddedSeed : drawSeed());
  const cleanUp = new CleanUp();
  try {
    const target = await openTarget(configuration, { ...prepared.served, clock, seed, timeScale: defaultTimeScale });
    cleanUp.add(() => target.close());
    const { environment, profile } = target;
    checkScenarioBacklog({
      file: prepared.backlogFile,
      requirements: prepared.catalogue,
      backlog: prepared.backlog,
      rowsWithScenario: rowsWithScenario(prepared.plan),
      context: rowContextOf({ environment, profile }, prepared, { strayFindings: [], results: [] }),
    });
    await mkdir(request.folder, { recursive: true });
    const recording = await openRecording(request, target);
    cleanUp.add(() => recording.close());
    recording.logger.info({ seed, selection: prepared.plan.description, targetClass: target.class }, 'run started');
    await announceBudget(runOutline(configuration, prepared), {
      folder: evidenceFolder(request.folder),
      logger: recording.logger,
      progress: request.progress,
    });
    await probeSimulation(target, recording.client);
    return await runAndDecide(request, target, recording, seed);
  } finally {
    await cleanUp.run();
  }
}

async function runAndDecide(
  request: RunRequest,
  target: Target,
  recording: Recording,
  seed: number,
): Promise<DecidedRun> {
  const { prepared, progress, configuration, clock, signal, runId } = request;
  const { contract } = prepared.judged;
  const results: ScenarioResult[] = [];
  const problems: string[] = [];
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      recording.logger.error({ err: error }, 'the harness failed');
      problems.push(recording.recorder.maskText(sentence(error)));
    }
  };
  progress.runStarted(prepared.plan.scenarios.length);
  await attempt(async () => {
    const { client, recorder, logger, exchangeListeners, sink, ids } = recording;
    const budget = new ObjectBudget({ table: prepared.calls, contract: prepared.served.contract });
    const context = {
      ...{ runId, configuration, target, contract, client, recorder, clock, logger, results, progress, signal },
      ...{ seed, plan: prepared.plan, catalogue: prepared.catalogue, exchangeListeners, sink, ids, budget },
    };
    const outcome = await runPlan(prepared.plan, context, join(request.folder, 'results/messages.ndjson'));
    problems.push(...outcome.harnessErrors.map(sentence));
  });
  progress.finished();
  await attempt(() => recording.close());
  const run = decideRun({
    facts: {
      runId,
      target: { environment: target.environment, class: target.class, baseUrl: target.baseUrl.href },
      contract: { sha256: contract.sha256, version: contract.version },
      program: target.profile.program,
      harnessVersion: request.harnessVersion,
    },
    ...{ target, prepared, results, strays: recording.strays },
    harnessProblems: problems,
    interrupted: signal.aborted,
  });
  const written = await writeEvidence(request.folder, run);
  const refusal = refusedCall(results);
  if (refusal !== null) throw refusal;
  return written;
}

function sentence(error: unknown): string {
  if (error instanceof CodedError) return `${error.code}: ${error.message}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
