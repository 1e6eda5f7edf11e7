import { otherBuild, type OwnBuild } from './other-build.js';
import { buildIn, buildInWords, sourceFindings } from './same-sources.js';
import { provenanceDifferences } from './check-provenance.js';
import type { OpenPack } from './open-pack.js';
import type { Difference } from './verification.js';

/** Where the frozen plan of a pack is not that of the build that verifies; told only of a pack of the same build. */
export type OwnPlan = (pack: OpenPack) => Promise<readonly Difference[]>;

/**
 * Holds the frozen plan against the build that verifies, so that a row, a scenario or a table cannot be left out or softened
 * everywhere in a pack at once. Of a pack that another build made it only says that nothing was compared, and which build is
 * needed; what it says of its own build must agree all the same, and be possible beside the build that verifies.
 */
export async function planFindings(
  pack: OpenPack,
  ownPlan: OwnPlan,
  build: OwnBuild,
): Promise<{ readonly against: readonly Difference[]; readonly notes: readonly Difference[] }> {
  const other = await otherBuild(pack, build);
  const sources = await sourceFindings(pack, build);
  const against = [...sources.against, ...(await provenanceDifferences(pack))];
  if (other.length === 0) return { against: [...against, ...(await ownPlan(pack))], notes: sources.notes };
  const made = await buildIn(pack);
  const needed = made === null ? 'the build that made it' : buildInWords(made);
  const uncompared = other.map(({ where, problem }) => ({
    where,
    problem: `${problem}. Its plan could not be compared: rows, checks or scenarios that were left out or softened would not be found here. Needed for that: ${needed}`,
  }));
  return { against, notes: [...uncompared, ...sources.notes] };
}
