import type { Standing } from '../document/places.js';
import type { Aspect } from '../schema/problem.js';

/** Which rule of a request is broken. */
export type RequestRule = 'parameter' | 'body' | 'undocumented';

/** One thing in a request that breaks the contract. Holds no raw sensitive value. */
export interface RequestProblem {
  readonly rule: RequestRule;
  /** JSON Schema keyword, or `media-type`, `json`, `undocumented`. */
  readonly keyword: string;
  readonly aspect: Aspect;
  /** JSON Pointer into the request: `/path/cardId`, `/query/limit`, `/headers/content-type`, `/body/amount`. */
  readonly where: string;
  readonly expected: string;
  readonly received: string;
  /** JSON Pointer of the rule in the contract document. */
  readonly contract: string;
  readonly standing: Standing;
}
