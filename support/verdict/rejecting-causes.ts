import type { ScenarioFinding, ScenarioResult } from './scenario-result.js';
import { verdictEffect } from './verdict-order.js';
import { violationLevel } from './violation-level.js';

/** One thing that rejects a scenario, with every name a waiver may call it by. */
export interface RejectingCause {
  /** From the bare rule or check to the exact cause or variant. */
  readonly names: readonly string[];
  /** Operation of a finding; null for a check. */
  readonly operationId: string | null;
  readonly reason: string;
}

/** A finding that rejects: of level fail, and announced by no step. */
export function rejects({ expected, level }: ScenarioFinding): boolean {
  return !expected && level === 'fail';
}

/** A rejecting finding as a cause. */
export function causeOfFinding({ rule, cause, operationId, message, exchangeId }: ScenarioFinding): RejectingCause {
  return { names: [rule, cause], operationId, reason: `${message} (${exchangeId})` };
}

/**
 * Everything that rejects a failed scenario; empty for one that did not fail. A failure that neither a check nor a finding
 * explains has a cause without a name, so that nothing can cover it.
 */
export function rejectingCauses(result: ScenarioResult): RejectingCause[] {
  if (verdictEffect(result.verdict) !== 'contradicts') return [];
  const found = [
    ...result.findings.filter(rejects).map(causeOfFinding),
    ...result.checks
      .filter((check) => check.outcome === 'violated' && violationLevel(check) === 'fail')
      .map(({ id, check, title }) => ({ names: [check, id], operationId: null, reason: `${title} (${id})` })),
  ];
  return found.length > 0 ? found : [{ names: [], operationId: null, reason: result.reason }];
}
