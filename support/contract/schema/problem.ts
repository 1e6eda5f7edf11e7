import type { Standing } from '../document/places.js';

/**
 * Which side of a rule was broken. An example proves presence and JSON type of what it shows, not its other limits, so the
 * level of a finding depends on it.
 */
export type Aspect = 'presence' | 'type' | 'value';

/** One rule of the contract that a value breaks. Holds no raw value: `received` is already safe to show. */
export interface Problem {
  /** The keyword of JSON Schema that failed. */
  readonly keyword: string;
  readonly aspect: Aspect;
  /** JSON Pointer inside the value. */
  readonly where: string;
  readonly expected: string;
  readonly received: string;
  /** JSON Pointer of the keyword in the contract document. */
  readonly contract: string;
  readonly standing: Standing;
  /** True for a value outside an enum that the contract calls closed. */
  readonly closed: boolean;
}
