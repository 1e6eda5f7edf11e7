import { canonicalJson } from '../../contract/document/canonical-json.js';
import { carriedFolder, carriedPlanFile, carriedRoot } from '../../evidence/carried-places.js';
import { digestDifferences, fileSetDifferences } from '../../evidence/verify/check-files.js';
import { checkSignature } from '../../evidence/verify/check-signature.js';
import { digestIn, jsonOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import { readManifest } from '../../evidence/verify/read-manifest.js';
import type { Difference } from '../../evidence/verify/verification.js';
import { planFiles } from '../../evidence/plan-files.js';
import { attestationFiles } from '../../evidence/seal/seal-pack.js';
import { manifestFiles } from '../../evidence/seal/manifest.js';
import { isCarriedFile, packWithin } from './carried-files.js';
import type { CarriedEvidence } from './read-carried.js';

/** Derives a carried run again, as the run that took it over is derived. */
export type RecomputeWithin = (pack: OpenPack) => Promise<{ readonly against: readonly Difference[] }>;

/**
 * Where carried evidence does not hold: its files against its own manifest, the manifest against `plan/carried.json`, its
 * signature, its verdicts, and the profile both runs must share.
 */
export async function carriedDifferences(
  pack: OpenPack,
  carried: CarriedEvidence | null,
  recompute: RecomputeWithin,
): Promise<Difference[]> {
  if (carried === null) return strays(pack, null);
  const { plan, misdated } = carried;
  const folder = carriedFolder(plan.source.runId);
  const within = packWithin(pack, folder);
  const { manifest, against } = await readManifest(within);
  const embedded = { ...manifest, files: manifest.files.filter(({ path }) => isCarriedFile(path)) };
  const signature = await checkSignature(within, null);
  const { keyId, manifestSha256, runId } = plan.source;
  const found: Difference[] = [
    ...against,
    ...fileSetDifferences(within, embedded),
    ...(await digestDifferences(within, embedded)),
    ...signature.against,
    ...(manifest.runId === runId ? [] : [{ where: manifestFiles.json, problem: `it is of the run ${manifest.runId}` }]),
    ...(await recompute(within)).against,
  ].map(({ where, problem }) => ({ where: `${folder}${where}`, problem }));
  const wrong = (holds: boolean, problem: string): Difference[] => (holds ? [] : [{ where: carriedPlanFile, problem }]);
  return [
    ...found,
    ...strays(pack, folder),
    ...wrong((await digestIn(within, manifestFiles.json)) === manifestSha256, 'it was frozen for another manifest'),
    ...wrong(signature.keyId === keyId, `it names the key ${keyId}, the carried pack was signed by another`),
    ...wrong(await isSignedAsPlanned(pack, plan.signerKeyId), 'this pack was signed by another key than it names'),
    ...wrong(
      (await profileIn(within)) === (await profileIn(pack)),
      'the carried run had another program profile (plan/program.json)',
    ),
    ...misdated.map((id) => ({ where: carriedPlanFile, problem: `${id}: it is of another run than it says` })),
  ];
}

/** Files below `carried/` that belong to no carried run. */
function strays({ files }: OpenPack, folder: string | null): Difference[] {
  return files
    .filter(({ path }) => path.startsWith(carriedRoot) && (folder === null || !path.startsWith(folder)))
    .map(({ path }) => ({ where: path, problem: 'nothing was carried over from there' }));
}

/** Before the seal there is no signature yet; afterwards it must be the one that was announced. */
async function isSignedAsPlanned(pack: OpenPack, keyId: string | null): Promise<boolean> {
  if (keyId === null || pack.file(attestationFiles.envelope) === null) return true;
  return (await checkSignature(pack, null)).keyId === keyId;
}

/**
 * The masked profile that scenarios ran by. Attestations and waivers are decided upon anew, and the labels of what was
 * masked are each run's own.
 */
async function profileIn(pack: OpenPack): Promise<string> {
  const profile = await jsonOf(pack, planFiles.program);
  const ranBy = { ...(profile as object), attestations: [], waivers: [] };
  return canonicalJson(ranBy).replace(/\[((?:masked|synthetic):[^:\]]+)[^\]]*\]/g, '[$1]');
}
