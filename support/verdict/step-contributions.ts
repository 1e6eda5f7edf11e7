import type { ScenarioFacts } from './scenario-facts.js';
import type { StepStatus } from './scenario-result.js';
import type { ScenarioVerdict } from './verdict.js';

/** One reason to give a scenario a verdict; the worst of all contributions wins. */
export interface Contribution {
  readonly verdict: ScenarioVerdict;
  readonly reason: string;
}

/** What a step's status means when nothing else explains it; null contributes nothing. */
const statusVerdict: Readonly<Record<StepStatus, ScenarioVerdict | null>> = {
  passed: null,
  failed: 'harness-error',
  undefined: 'harness-error',
  ambiguous: 'harness-error',
  pending: 'not-run',
  skipped: 'not-run',
};

/** Statuses that another fact of the scenario may explain, so that they add nothing of their own. */
const explainable: ReadonlySet<StepStatus> = new Set<StepStatus>(['failed', 'skipped']);

/**
 * What the steps' statuses add. A failed step is explained by a recorded problem, a check that was not met or a finding
 * nobody announced; skipped steps are explained by whatever stopped the scenario before them.
 */
export function stepContributions(facts: ScenarioFacts): Contribution[] {
  if (facts.steps.length === 0 && facts.problem === null)
    return [{ verdict: 'vacuous', reason: 'the scenario has no steps' }];
  const explained = isExplained(facts);
  const stopped = explained || facts.steps.some(({ status }) => status !== 'passed' && status !== 'skipped');
  return facts.steps.flatMap(({ status, text }) => {
    const verdict = statusOf(status);
    if (verdict === null) return [];
    if (explainable.has(status) && (status === 'skipped' ? stopped : explained)) return [];
    return [{ verdict, reason: `step ${status}: ${text}` }];
  });
}

function isExplained({ problem, checks, findings }: ScenarioFacts): boolean {
  return (
    problem !== null ||
    checks.some(({ outcome }) => outcome !== 'met') ||
    findings.some(({ expected, level }) => !expected && level !== 'advisory')
  );
}

/** Recorded data may hold a status this build does not know; that is a harness error as well. */
function statusOf(status: StepStatus): ScenarioVerdict | null {
  return Object.hasOwn(statusVerdict, status) ? statusVerdict[status] : 'harness-error';
}
