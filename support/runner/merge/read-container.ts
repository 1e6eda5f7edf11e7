import { planFiles } from '../../evidence/plan-files.js';
import { jsonOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import { requireShape } from '../../evidence/verify/require-shape.js';
import type { ContainerRecord } from '../../target/container/container-record.js';

/** Reads `plan/container.json`; null for a run without a container. VFY-302 for anything our own writer does not make. */
export async function readContainer(pack: OpenPack): Promise<ContainerRecord | null> {
  const file = planFiles.container;
  if (pack.file(file) === null) return null;
  const value = await jsonOf(pack, file);
  requireShape('container', value, file);
  return value as ContainerRecord;
}
