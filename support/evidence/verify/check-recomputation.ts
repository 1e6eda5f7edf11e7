import { isDeepStrictEqual } from 'node:util';
import { otherBuild, type OwnBuild } from './other-build.js';
import { isRecord } from './json-shape.js';
import { jsonOf, type OpenPack } from './open-pack.js';
import { recomputationFile, recordOf, type Recomputation } from './recomputation.js';
import type { Difference } from './verification.js';

/** What does not depend on the build that derives. */
const members = ['scenarios', 'checks', 'exchanges', 'onLedger', 'against'] as const;

/** Where `results/recomputation.json` says something else than deriving the run again gives now. */
export async function recomputationDifferences(
  pack: OpenPack,
  again: Recomputation,
  build: OwnBuild,
): Promise<Difference[]> {
  // A file that is missing is named by the check of the shapes.
  if (pack.file(recomputationFile) === null) return [];
  const recorded = await jsonOf(pack, recomputationFile);
  const follows = recordOf(again);
  const other = await otherBuild(pack, build);
  // Notes name the build that derives.
  const compared = other.length === 0 ? ([...members, 'notes'] as const) : members;
  const against = compared
    .filter((member) => !isRecord(recorded) || !isDeepStrictEqual(recorded[member], follows[member]))
    .map((member) => ({
      where: recomputationFile,
      problem: `${member}: deriving the run again gives something else than it says`,
    }));
  return against.length === 0 ? [] : [...other, ...against];
}
