import { beyondPack } from './beyond-pack.js';
import { beFrugalWith } from '../frugal-heap.js';
import type { KeyObject } from 'node:crypto';
import { CodedError } from '../../messages/coded-error.js';
import type { Summary } from '../summary.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import type { OwnPlan } from './check-plan.js';
import { otherBuild, type OwnBuild } from './other-build.js';
import { jsonOf, openPack, type OpenPack } from './open-pack.js';
import type { Recomputed } from './recomputation.js';
import type { StepDefinition, StepFindings, VerifySubject, ViewsAgain } from './verify-steps.js';
import { attestationFiles } from '../seal/seal-pack.js';
import { onlyAsked, requireStepId, skippedStep, stepOf, type Verification, type VerifyStep } from './verification.js';

/** How a pack is verified. */
export interface VerifyRequest {
  /** Folder or zip, absolute. */
  readonly pack: string;
  /** The signer's public key, known on another way; null leaves the signer unauthenticated. */
  readonly key: KeyObject | null;
  /** True when only a certifiable run will do. */
  readonly requireCertifiable: boolean;
  /** Derives verdicts, rows and decision again from the evidence of the pack. */
  readonly recompute: (pack: OpenPack) => Promise<Recomputed>;
  /** Compares the frozen plan with that of this build. */
  readonly ownPlan: OwnPlan;
  /** Compares the views with what the evidence of the pack gives. */
  readonly views: ViewsAgain;
  /** The build that verifies: another one than the pack's may make other views. */
  readonly build: OwnBuild;
  /** All of them, but for tests of one. */
  readonly steps?: readonly StepDefinition[];
}

/**
 * Verifies a pack without network. Throws for what no step can say: no such pack (exit 64), a zip that cannot be trusted
 * (exit 4).
 */
export async function verifyPack(request: VerifyRequest): Promise<Verification> {
  await beFrugalWith(request.pack);
  const pack = await openPack(request.pack);
  const done: VerifyStep[] = [];
  let recomputing: Promise<Recomputed> | null = null;
  const subject: VerifySubject = {
    ...{ key: request.key, build: request.build, ownPlan: request.ownPlan, views: request.views },
    recomputed: () => (recomputing ??= request.recompute(pack)),
  };
  // Loaded once there is a pack: most of what a verification needs comes with the steps.
  const steps = request.steps ?? (await import('./verify-steps.js')).verifySteps;
  for (const { id, title, check } of steps) done.push(await attempt(id, title, () => check(pack, subject)));
  const summary = await summaryIn(pack);
  if (request.requireCertifiable) done.push(await certifiable(pack, summary, request));
  const sound = done.every(({ outcome }) => outcome === 'ok' || outcome === 'noted');
  return {
    pack: request.pack,
    runId: summary?.runId ?? null,
    decision: summary?.decision ?? null,
    sound,
    steps: done,
    // Of a pack that does not hold together nothing follows.
    doesNotShow: onlyAsked(done) ? await beyondPack(pack, request.build) : [],
  };
}

/**
 * A file that cannot be read stands against the step that needs it. So does everything else that goes wrong: whoever forges a
 * pack may put anything into it.
 */
async function attempt(id: string, title: string, check: () => Promise<StepFindings>): Promise<VerifyStep> {
  try {
    const { against, notes } = await check();
    return stepOf(id, title, against, notes);
  } catch (error) {
    if (error instanceof CodedError) return stepOf(id, title, [{ where: error.code, problem: error.message }]);
    const problem = `it cannot be evaluated, as nothing that axys-certify wrote: ${String(error)}`;
    return stepOf(id, title, [{ where: 'the evidence', problem }]);
  }
}

async function summaryIn(pack: OpenPack): Promise<Summary | null> {
  const summary = await jsonOf(pack, 'summary.json').catch((error: unknown) => {
    if (error instanceof CodedError) return null;
    throw error;
  });
  return shapeProblem('summary', summary) === null ? (summary as Summary) : null;
}

/**
 * A decision that may be relied on: certifiable, signed by a key that is known on another way, and its plan held against the build that
 * made it. A pack can name any build; where that build does not verify, rows may have been left out of its plan.
 */
async function certifiable(
  pack: OpenPack,
  summary: Summary | null,
  { key, build }: Pick<VerifyRequest, 'key' | 'build'>,
): Promise<VerifyStep> {
  const [id, title] = [requireStepId, 'the decision is certifiable, of a known signer, by a plan that was compared'];
  if (summary === null) return skippedStep(id, title, 'summary.json cannot be read');
  const { decision } = summary;
  const other = await otherBuild(pack, build);
  return stepOf(id, title, [
    ...(decision === 'certifiable'
      ? []
      : [{ where: 'summary.json', problem: `the decision is ${decision}, not certifiable` }]),
    ...(key === null
      ? [{ where: attestationFiles.envelope, problem: 'nobody knows who signed it, because no --key was given' }]
      : []),
    ...other.map(({ where }) => ({
      where,
      problem: 'its plan was not compared, because it names another build than the one that verifies',
    })),
  ]);
}
