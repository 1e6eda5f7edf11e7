import { isDeepStrictEqual } from 'node:util';
import { gateFile } from '../../evidence/write-gate.js';
import type { Difference } from '../../evidence/verify/verification.js';
import type { CapabilityClaim } from '../../verdict/capability-claim.js';
import type { ClaimsAgain } from './claims-again.js';
import { differs } from './recompute-result.js';

/** Where the recorded claims of a profile are not those that the recorded exchanges show. */
export function claimDifferences(recorded: readonly CapabilityClaim[], follows: ClaimsAgain['found']): Difference[] {
  const there = new Map(recorded.map((claim) => [claim.capability, claim]));
  const wrong = [...new Set([...there.keys(), ...follows.keys()])]
    .filter((capability) => !isDeepStrictEqual(there.get(capability), follows.get(capability)))
    .map((capability) => differs(`claim ${capability}`, there.get(capability), follows.get(capability)));
  const twice = recorded.length === there.size ? [] : ['it names a capability twice among its claims'];
  return [...wrong, ...twice].map((problem) => ({ where: gateFile, problem }));
}
