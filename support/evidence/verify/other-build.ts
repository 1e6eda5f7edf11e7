import type { BuildInfo } from '../../config/build-info.js';
import { harnessFiles } from '../harness-files.js';
import { shapeProblem } from '../../verdict/evidence-schema.js';
import { jsonOf, type OpenPack } from './open-pack.js';
import type { Difference } from './verification.js';

/** What tells the build that verifies from the one that made a pack. */
export type OwnBuild = Pick<BuildInfo, 'version' | 'codeSha256'>;

/** A sentence for a pack that another build made: its views may differ without anybody having touched them. */
export async function otherBuild(pack: OpenPack, own: OwnBuild): Promise<Difference[]> {
  const where = harnessFiles.build;
  if (pack.file(where) === null) return [{ where, problem: 'it is missing: nothing says which build made the pack' }];
  const made = await jsonOf(pack, where);
  if (shapeProblem('harness-build', made) !== null)
    return [{ where, problem: 'it does not say which build made the pack' }];
  const { version, commit, codeSha256 } = made as BuildInfo;
  if (codeSha256 === own.codeSha256) return [];
  const origin = commit === null ? '' : `, commit ${commit}`;
  const problem =
    `the pack was made by axys-certify ${version} (code ${codeSha256.slice(0, 12)}${origin}), this is ${own.version} ` +
    `(code ${own.codeSha256.slice(0, 12)}): verify it with the build that made it before you call it altered`;
  return [{ where, problem }];
}
