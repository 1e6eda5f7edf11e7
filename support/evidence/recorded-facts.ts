import type { CapabilityClaim } from '../verdict/capability-claim.js';
import type { GateInput } from '../verdict/gate-input.js';

/**
 * What a decision rests on besides results, exchanges and plan. Claims, the end of the journal and an interruption are worked out again
 * by `verify`; what happened once and cannot be, it takes as recorded, and says so.
 */
export interface RecordedFacts extends Pick<
  GateInput,
  'integrity' | 'journal' | 'cardData' | 'recomputation' | 'adHocKey' | 'harnessProblems' | 'interrupted'
> {
  readonly claims: readonly CapabilityClaim[];
}
