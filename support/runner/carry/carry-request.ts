import type { CarriedScenario } from '../../verdict/carried-over.js';
import type { CarrySource } from './carry-source.js';

/** A verified pack and what of it a run takes over. */
export interface CarryRequest {
  readonly from: CarrySource;
  readonly scenarios: readonly CarriedScenario[];
}
