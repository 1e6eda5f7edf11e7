import type { BuildInfo, Runtime } from '../config/build-info.js';
import type { EvidenceFolder } from './evidence-folder.js';
import { writeJson } from './write-json.js';

/** Files that say which harness made a pack, and on what it ran. */
export const harnessFiles = { build: 'harness/build.json', billOfMaterials: 'harness/sbom.cdx.json' } as const;

/** What `harness/` is written from. */
export interface HarnessFacts {
  readonly build: BuildInfo;
  readonly runtime: Runtime;
  /** CycloneDX, JSON. */
  readonly billOfMaterials: string;
}

/** Writes `harness/`: build with commit and digests, runtime, bill of materials. EVD-102 for a build of another shape. */
export async function writeHarness(
  folder: EvidenceFolder,
  { build, runtime, billOfMaterials }: HarnessFacts,
): Promise<void> {
  await writeJson(folder, harnessFiles.build, { schema: 'harness-build', content: { ...build, runtime } });
  await folder.write(harnessFiles.billOfMaterials, billOfMaterials);
}
