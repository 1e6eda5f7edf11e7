import type { AdoptedObject } from '../../trace/exchange.js';

/** What a look at the target found out. */
export type Found =
  | { readonly decision: 'adopted'; readonly adopted: AdoptedObject; readonly reason: string }
  | { readonly decision: 'never-made' | 'undecided'; readonly reason: string };
