import { openPack, type OpenPack } from '../../evidence/verify/open-pack.js';
import { verifyPack, type VerifyRequest } from '../../evidence/verify/verify-pack.js';
import { verifySteps } from '../../evidence/verify/verify-steps.js';
import { errorsOf } from '../../messages/coded-error.js';
import { diffIntegrityMessages } from '../../messages/diff-messages.js';
import { ownPlanDifferences } from '../../runner/recompute/own-plan.js';
import { recomputeOrExplain } from '../../runner/recompute/recompute-run.js';

const unsound = errorsOf(diffIntegrityMessages, 'integrity');

/**
 * What must hold before a pack is compared. Verdicts and views are left to `verify`: another build may derive them otherwise,
 * and comparing packs of two builds is what a comparison is also for.
 */
const integritySteps: ReadonlySet<string> = new Set([
  ...['files', 'digests', 'signature', 'shapes', 'journal', 'card-data', 'redactions'],
]);

/** Opens a pack, folder or zip, whose integrity holds. VFY-101 (64) when there is none, DIF-301 (4) when it does not. */
export async function openSoundPack(place: string, build: VerifyRequest['build']): Promise<OpenPack> {
  const { steps } = await verifyPack({
    ...{ pack: place, key: null, requireCertifiable: false, build },
    ...{ recompute: recomputeOrExplain, ownPlan: ownPlanDifferences },
    steps: verifySteps.filter(({ id }) => integritySteps.has(id)),
  });
  const broken = steps.find(({ outcome }) => outcome === 'failed' || outcome === 'skipped');
  if (broken === undefined) return openPack(place);
  const [first] = broken.items;
  const problem = first === undefined ? 'no reason was given' : `${first.where}: ${first.problem}`;
  throw unsound('DIF-301', { pack: place, step: broken.title, problem });
}
