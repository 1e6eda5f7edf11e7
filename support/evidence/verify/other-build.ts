import type { BuildInfo } from '../../config/build-info.js';
import { harnessFiles } from '../harness-files.js';
import type { OpenPack } from './open-pack.js';
import { buildIn, buildInWords } from './same-sources.js';
import type { Difference } from './verification.js';

/** What tells the build that verifies from the one that made a pack. */
export type OwnBuild = Omit<BuildInfo, 'name'>;

/** A sentence for a pack that another build made: its views may differ without anybody having touched them. */
export async function otherBuild(pack: OpenPack, own: OwnBuild): Promise<Difference[]> {
  const where = harnessFiles.build;
  if (pack.file(where) === null) return [{ where, problem: 'it is missing: nothing says which build made the pack' }];
  const made = await buildIn(pack);
  if (made === null) return [{ where, problem: 'it does not say which build made the pack' }];
  if (made.codeSha256 === own.codeSha256) return [];
  const problem =
    `the pack was made by another build, ${buildInWords(made)}; this is ${buildInWords(own)}: ` +
    'verify it with the build that made it before you call it altered';
  return [{ where, problem }];
}
