import { inOrder } from '../../verdict/scenario-marks.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import type { SettledScenario } from './settled-scenarios.js';

/**
 * A result of an earlier run as the run that takes it over shows it: marked, and with exchange ids that say where they
 * belong (`run-.../x-000001`), because both runs count theirs from 1.
 */
export function asCarried({ result, runId }: Pick<SettledScenario, 'result' | 'runId'>): ScenarioResult {
  const there = (id: string): string => `${runId}/${id}`;
  const { checks, findings, steps, waits } = result;
  return {
    ...result,
    marks: inOrder([...result.marks, 'carried-over']),
    exchangeIds: result.exchangeIds.map(there),
    checks: checks.map((check) => ({ ...check, exchangeIds: check.exchangeIds.map(there) })),
    findings: findings.map((finding) => ({ ...finding, exchangeId: there(finding.exchangeId) })),
    steps: steps.map((step) => ({ ...step, exchangeIds: step.exchangeIds.map(there) })),
    waits: waits.map((wait) => ({
      ...wait,
      timeline: wait.timeline.map((seen) => ({ ...seen, exchangeId: there(seen.exchangeId) })),
    })),
  };
}
