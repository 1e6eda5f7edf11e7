import { isDeepStrictEqual } from 'node:util';
import type { BuildInfo } from '../../config/build-info.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import { buildProvenance, type BuildProvenance } from '../../config/build-provenance.js';
import { harnessFiles } from '../harness-files.js';
import { jsonOf, type OpenPack } from './open-pack.js';
import type { Difference } from './verification.js';

/**
 * Where the provenance of the harness speaks of another build than `harness/build.json`. Packs of earlier versions have none;
 * a file of another form is named by the check of forms.
 */
export async function provenanceDifferences(pack: OpenPack): Promise<Difference[]> {
  const where = harnessFiles.provenance;
  if (pack.file(where) === null || pack.file(harnessFiles.build) === null) return [];
  const [made, build] = [await jsonOf(pack, where), await jsonOf(pack, harnessFiles.build)];
  if (shapeProblem('build-provenance', made) !== null || shapeProblem('harness-build', build) !== null) return [];
  const { version } = (made as BuildProvenance).predicate.runDetails.builder;
  if (isDeepStrictEqual(made, buildProvenance(build as BuildInfo, version))) return [];
  return [{ where, problem: `it tells of another build than ${harnessFiles.build}` }];
}
