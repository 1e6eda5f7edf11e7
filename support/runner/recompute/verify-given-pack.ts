import { checkSignature } from '../../evidence/verify/check-signature.js';
import { digestIn, openPack, type OpenPack } from '../../evidence/verify/open-pack.js';
import { otherBuild } from '../../evidence/verify/other-build.js';
import { verifyPack, type VerifyRequest } from '../../evidence/verify/verify-pack.js';
import { manifestFiles } from '../../evidence/seal/manifest.js';

/** How much of a pack could be verified: everything, or what does not depend on the build that made it. */
export type VerifiedExtent = 'whole' | 'sealed';

/** A pack of an earlier run that somebody names as a fact to go by. */
export interface GivenPack {
  readonly pack: OpenPack;
  /** `sealed` for a pack of another build: what this build would derive from it need not be what that one derived. */
  readonly extent: VerifiedExtent;
  /** SHA-256 (hex) of its manifest.json. */
  readonly manifestSha256: string;
  /** SHA-256 (hex) of the public key that signed it. */
  readonly keyId: string;
}

/** The first thing that does not hold in a pack: title of the step, and what. */
export interface Unsound {
  readonly step: string;
  readonly problem: string;
}

/** Steps that hold for a pack whatever build made it. */
const sealedSteps = new Set(['files', 'digests', 'signature', 'shapes', 'journal', 'card-data', 'redactions']);

/**
 * Opens a pack and verifies it as `verify` does; `refuse` makes the error for one that does not hold. A pack of another
 * build is verified as far as its seal reaches when `anyBuild` is set, and refused where it differs otherwise. VFY-101 (64)
 * when there is no such pack.
 */
export async function verifyGivenPack(
  place: string,
  build: VerifyRequest['build'],
  { anyBuild, refuse }: { readonly anyBuild: boolean; readonly refuse: (found: Unsound) => Error },
): Promise<GivenPack> {
  const pack = await openPack(place);
  const foreign = anyBuild && (await otherBuild(pack, build)).length > 0;
  // Loaded for a pack that is there: they are most of the harness, and most runs go by no earlier one.
  const { verifySteps } = await import('../../evidence/verify/verify-steps.js');
  const { ownPlanDifferences } = await import('./own-plan.js');
  const { recomputeOrExplain } = await import('./recompute-run.js');
  const { viewDifferences } = await import('../../views/check-views.js');
  const { steps, sound } = await verifyPack({
    ...{ pack: place, key: null, requireCertifiable: false, build },
    ...{ recompute: recomputeOrExplain, ownPlan: ownPlanDifferences, views: viewDifferences },
    ...(foreign ? { steps: verifySteps.filter(({ id }) => sealedSteps.has(id)) } : {}),
  });
  if (!sound) {
    const broken = steps.find(({ outcome }) => outcome === 'failed' || outcome === 'skipped');
    const [first] = broken?.items ?? [];
    const problem = first === undefined ? 'no reason was given' : `${first.where}: ${first.problem}`;
    throw refuse({ step: broken?.title ?? 'verification', problem });
  }
  const { keyId } = await checkSignature(pack, null);
  const manifestSha256 = await digestIn(pack, manifestFiles.json);
  // A sound pack is a signed one.
  return { pack, extent: foreign ? 'sealed' : 'whole', manifestSha256, keyId: keyId ?? '' };
}
