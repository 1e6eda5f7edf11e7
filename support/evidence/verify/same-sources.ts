import type { BuildInfo } from '../../config/build-info.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import { harnessFiles } from '../harness-files.js';
import { jsonOf, type OpenPack } from './open-pack.js';
import type { Difference } from './verification.js';

/** A build in words of whoever has to get it: version, commit, whether it was changed, and code. */
export function buildInWords({ version, commit, uncommittedChanges, codeSha256 }: Omit<BuildInfo, 'name'>): string {
  const sources = commit === null ? 'made outside a checkout' : `commit ${commit}`;
  const changed = uncommittedChanges === true ? ' with uncommitted changes' : '';
  return `axys-certify ${version}, ${sources}${changed}, code ${codeSha256.slice(0, 12)}`;
}

/** What a pack says of the build that made it; null where it says nothing that can be read. */
export async function buildIn(pack: OpenPack): Promise<BuildInfo | null> {
  if (pack.file(harnessFiles.build) === null) return null;
  const made = await jsonOf(pack, harnessFiles.build);
  return shapeProblem('harness-build', made) === null ? (made as BuildInfo) : null;
}

/** Members that follow from unchanged sources of one commit, in words. */
const followsFromSources = { codeSha256: 'code', lockSha256: 'lock file', version: 'version' } as const;

/** Members that may differ between two builds of the same code, such as after a change of the documentation. */
const mayDiffer = { ...followsFromSources, commit: 'commit', uncommittedChanges: 'uncommitted changes' } as const;

/**
 * What a pack says of its build, beside the build that verifies. Two builds of the same commit without changes are one: where
 * the pack's differs from this, somebody changed it or what it says of itself. Of the same code in other sources it is noted.
 */
export async function sourceFindings(
  pack: OpenPack,
  own: Omit<BuildInfo, 'name'>,
): Promise<{ readonly against: readonly Difference[]; readonly notes: readonly Difference[] }> {
  const made = await buildIn(pack);
  if (made === null) return { against: [], notes: [] };
  const where = harnessFiles.build;
  const differing = <T extends keyof typeof mayDiffer>(members: Readonly<Record<T, string>>) =>
    (Object.keys(members) as T[]).filter((member) => made[member] !== own[member]).map((member) => members[member]);
  if (isClean(made) && isClean(own) && made.commit === own.commit) {
    const problem = (what: string) =>
      `it names the commit of this build, ${made.commit ?? ''}, both without uncommitted changes, but its ${what} is another: ` +
      `the pack was made by a build that was changed (${buildInWords(made)}; this is ${buildInWords(own)})`;
    return { against: differing(followsFromSources).map((what) => ({ where, problem: problem(what) })), notes: [] };
  }
  const others = made.codeSha256 === own.codeSha256 ? differing(mayDiffer) : [];
  const note =
    `the code is that of this build, but ${others.join(', ')} differ, which nothing in the pack proves: ` +
    `it says ${buildInWords(made)}, lock file ${made.lockSha256.slice(0, 12)}; this is ${buildInWords(own)}, lock file ${own.lockSha256.slice(0, 12)}`;
  return { against: [], notes: others.length === 0 ? [] : [{ where, problem: note }] };
}

function isClean({ commit, uncommittedChanges }: Pick<BuildInfo, 'commit' | 'uncommittedChanges'>): boolean {
  return commit !== null && uncommittedChanges === false;
}
