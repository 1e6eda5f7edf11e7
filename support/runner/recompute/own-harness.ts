import { isDeepStrictEqual } from 'node:util';
import type { BuildInfo } from '../../config/build-info.js';
import { readBillOfMaterials, readBuildInfo } from '../../config/embedded-build.js';
import { harnessFiles } from '../../evidence/harness-files.js';
import { bytesOf, jsonOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import type { Difference } from '../../evidence/verify/verification.js';
import { isNoScoreReason, type BuildScore } from '../../mutation/score/build-score.js';
import { scoreProblems } from '../../mutation/score/recount-score.js';
import { shapeProblem } from '../../config/evidence-schema.js';

/** A package as a bill of materials lists it. */
type Component = Readonly<Record<'purl' | 'hashes' | 'licenses', unknown>>;

/**
 * Where `harness/` of a pack that this very build made is not what this build says of itself: its bill of materials, and a
 * score that does not follow from the mutants it lists, or leaves out seeded faults. Packs of earlier versions have none.
 */
export async function ownHarnessDifferences(pack: OpenPack): Promise<Difference[]> {
  return [...(await billDifferences(pack)), ...(await scoreDifferences(pack))];
}

/** Other locked packages have another bill; npm's own stamp in it depends on the npm that wrote it. */
async function billDifferences(pack: OpenPack): Promise<Difference[]> {
  const where = harnessFiles.billOfMaterials;
  if (pack.file(where) === null || pack.file(harnessFiles.build) === null) return [];
  const { lockSha256 } = (await jsonOf(pack, harnessFiles.build)) as BuildInfo;
  if (lockSha256 !== readBuildInfo().lockSha256) return [];
  const said = componentsIn((await bytesOf(pack, where)).toString('utf8'));
  if (said !== null && isDeepStrictEqual(said, componentsIn(readBillOfMaterials()))) return [];
  return [{ where, problem: 'it does not list the packages of the build that made the pack' }];
}

function componentsIn(text: string): readonly Component[] | null {
  try {
    const { components } = JSON.parse(text) as { readonly components: readonly Component[] };
    return components.map(({ purl, hashes, licenses }) => ({ purl, hashes, licenses }));
  } catch {
    return null;
  }
}

async function scoreDifferences(pack: OpenPack): Promise<Difference[]> {
  const where = harnessFiles.score;
  if (pack.file(where) === null) return [];
  const score = await jsonOf(pack, where);
  // Another form is named by the check of forms.
  if (shapeProblem('mutation-score', score) !== null) return [];
  // The schema has just proved the shape.
  const counted = score as BuildScore;
  if ('none' in counted)
    return isNoScoreReason(counted.none)
      ? []
      : [{ where, problem: 'it has no score, and none of the reasons for that' }];
  // Loaded for a score that there is: it brings the reader of YAML.
  const { loadFaults } = await import('../../emulator/faults/fault-catalogue.js');
  const faults = (await loadFaults()).map(({ id }) => id);
  return scoreProblems(counted, faults).map((problem) => ({ where, problem }));
}
