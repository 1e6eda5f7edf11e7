import type { ExchangePair } from '../behaviour-change.js';
import type { BehaviourRuleId } from '../rules/behaviour-rules.js';

/** A difference before it is classed and put into words. */
export interface RawBehaviourChange {
  readonly rule: BehaviourRuleId;
  readonly place: string;
  /** What tells it from others of the same rule at the same place, such as a value. */
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
  /** True when before and after are measurements, which differ from run to run: they are then no part of the fingerprint. */
  readonly measured?: true;
  readonly operationId: string | null;
  readonly scenarios: readonly string[];
  readonly exchanges: ExchangePair;
  /**
   * What varies here, in the finest grain there is. A change counts as noise only when two runs of the old version differ in
   * every one of its aspects.
   */
  readonly aspects: readonly string[];
}
