import type { BuildInfo, Runtime } from '../config/build-info.js';
import type { BuildScore } from '../mutation/score/build-score.js';
import type { BuildProvenance } from '../config/build-provenance.js';
import type { EvidenceFolder } from './evidence-folder.js';
import { writeJson } from './write-json.js';

/** Files that say which harness made a pack, and on what it ran. */
export const harnessFiles = {
  build: 'harness/build.json',
  provenance: 'harness/provenance.json',
  billOfMaterials: 'harness/sbom.cdx.json',
  score: 'harness/mutation-score.json',
} as const;

/** What `harness/` is written from. */
export interface HarnessFacts {
  readonly build: BuildInfo;
  readonly runtime: Runtime;
  readonly provenance: BuildProvenance;
  /** CycloneDX, JSON. */
  readonly billOfMaterials: string;
  /** How much this build finds of what is wrong on purpose, or why nobody knows. */
  readonly score: BuildScore;
}

/** Writes `harness/`: build with commit and digests, runtime, provenance, bill of materials, score. EVD-102 for a build or score of another shape. */
export async function writeHarness(
  folder: EvidenceFolder,
  { build, runtime, provenance, billOfMaterials, score }: HarnessFacts,
): Promise<void> {
  await writeJson(folder, harnessFiles.build, { schema: 'harness-build', content: { ...build, runtime } });
  await writeJson(folder, harnessFiles.provenance, { schema: 'build-provenance', content: provenance });
  await writeJson(folder, harnessFiles.score, { schema: 'mutation-score', content: score });
  await folder.write(harnessFiles.billOfMaterials, billOfMaterials);
}
