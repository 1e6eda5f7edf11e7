import type { CapabilityClaim } from '../verdict/capability-claim.js';

/** What is worth more for a claim: a contradiction outranks agreement, and either outranks not having looked. */
export const weightOfClaim: Readonly<Record<CapabilityClaim['outcome'], number>> = {
  contradicted: 2,
  upheld: 1,
  'not-probed': 0,
};
