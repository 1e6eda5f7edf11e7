import type { TargetClass } from '../target/target.js';
import type { EnvironmentName } from '../config/environment-name.js';
import type { LayerResult } from './layer.js';

/** What doctor found, as `--json` prints it. Shape: `schemas/evidence/doctor.schema.json`. */
export interface Diagnosis {
  readonly target: { readonly environment: EnvironmentName; readonly class: TargetClass; readonly baseUrl: string };
  readonly healthy: boolean;
  /** Id of the first failing layer, or null. */
  readonly firstFailure: string | null;
  readonly layers: readonly LayerResult[];
}

/** Sums the layers up. Healthy means that no layer failed and every layer had its turn. */
export function diagnosisOf(
  target: Diagnosis['target'],
  layers: readonly LayerResult[],
  interrupted: boolean,
): Diagnosis {
  const first = layers.find(({ status }) => status === 'fail');
  return { target, healthy: first === undefined && !interrupted, firstFailure: first?.id ?? null, layers };
}
