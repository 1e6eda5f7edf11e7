import { isDeepStrictEqual } from 'node:util';
import {
  makeIdentities,
  type IdentityNames,
  type IdentitySupply,
  type PlatformIdentities,
} from './platform-identities.js';

/** Certificates made beforehand: making them takes longer than everything else that starts an emulator. */
export interface IdentityStock {
  /** Makes them for this many platforms; what was made for other names goes. */
  fill(names: IdentityNames, now: number, count: number): Promise<void>;
  /** Takes some out of the stock, each once; makes them where there are none for these names. */
  readonly take: IdentitySupply;
}

/** Makes an empty stock. */
export function identityStock(make: IdentitySupply = makeIdentities): IdentityStock {
  let stocked: { readonly names: IdentityNames; readonly sets: PlatformIdentities[] } | null = null;
  return {
    fill: async (names, now, count) => {
      const sets = stocked !== null && isDeepStrictEqual(stocked.names, names) ? stocked.sets : [];
      stocked = { names, sets };
      while (sets.length < count) sets.push(await make(names, now));
    },
    take: async (names, now) => {
      const found = stocked !== null && isDeepStrictEqual(stocked.names, names) ? stocked.sets.shift() : undefined;
      return found ?? make(names, now);
    },
  };
}
