import type { ObservedBehaviour } from '../behaviour/observed-behaviour.js';
import type { Noise } from '../behaviour/behaviour-diff.js';
import type { Approval } from '../approvals/approval.js';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import type { Baseline } from './baseline.js';

/** A verified pack that a run is to be compared with, and what was learned and decided beside it. */
export interface BaselineRequest {
  readonly pack: OpenPack;
  readonly facts: Baseline;
  readonly observed: ObservedBehaviour;
  readonly noise: Noise | null;
  readonly approvals: readonly Approval[];
}
