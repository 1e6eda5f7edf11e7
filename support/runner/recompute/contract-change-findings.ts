import type { Difference } from '../../evidence/verify/verification.js';

/** What comparing the contract of a pack with the published one again found. */
export interface ContractChangeFindings {
  readonly against: readonly Difference[];
  readonly notes: readonly Difference[];
}
