import { carriedPlanFile } from '../../evidence/carried-places.js';
import { jsonOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import { requireShape } from '../../evidence/verify/require-shape.js';
import type { CarriedScenario } from '../../verdict/carried-over.js';

/** The pack that `--carry` named, and what identifies it. */
export interface CarriedSource {
  readonly runId: string;
  /** When it began, ISO 8601. */
  readonly startedAt: string;
  /** SHA-256 (hex) of its manifest.json: whatever lies below `carried/` is bound to it. */
  readonly manifestSha256: string;
  /** Key that signed it, SHA-256 (hex) of the public key. */
  readonly keyId: string;
}

/** What a run takes over from an earlier one, frozen before its first call: `plan/carried.json`. */
export interface CarriedPlan {
  readonly source: CarriedSource;
  /** Key that this run is signed with; null for one that is made for the run and lost with it. */
  readonly signerKeyId: string | null;
  /** Each scenario with the run that really ran it, sorted by id. */
  readonly scenarios: readonly CarriedScenario[];
}

/** Reads `plan/carried.json`; null when nothing was carried over. VFY-302 for anything our own writer does not make. */
export async function readCarriedPlan(pack: OpenPack): Promise<CarriedPlan | null> {
  if (pack.file(carriedPlanFile) === null) return null;
  const value = await jsonOf(pack, carriedPlanFile);
  requireShape('carried', value, carriedPlanFile);
  return value as CarriedPlan;
}
