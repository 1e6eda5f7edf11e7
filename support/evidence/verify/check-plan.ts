import { otherBuild, type OwnBuild } from './other-build.js';
import { provenanceDifferences } from './check-provenance.js';
import type { OpenPack } from './open-pack.js';
import type { Difference } from './verification.js';

/** Where the frozen plan of a pack is not that of the build that verifies; told only of a pack of the same build. */
export type OwnPlan = (pack: OpenPack) => Promise<readonly Difference[]>;

/**
 * Holds the frozen plan against the build that verifies, so that a row, a scenario or a table cannot be left out or softened
 * everywhere in a pack at once. Of a pack that another build made it only says that nothing was compared; what it says of
 * its own build must agree all the same.
 */
export async function planFindings(
  pack: OpenPack,
  ownPlan: OwnPlan,
  build: OwnBuild,
): Promise<{ readonly against: readonly Difference[]; readonly notes: readonly Difference[] }> {
  const other = await otherBuild(pack, build);
  const uncompared = other.map(({ where, problem }) => ({
    where,
    problem: `${problem}; its plan was not compared with this build's`,
  }));
  const provenance = await provenanceDifferences(pack);
  if (other.length > 0) return { against: provenance, notes: uncompared };
  return { against: [...provenance, ...(await ownPlan(pack))], notes: [] };
}
