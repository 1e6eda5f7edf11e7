import type { ScenarioResult } from '../../../verdict/scenario-result.js';
import type { CheckedAnswer, ObservedScenario } from '../observed-behaviour.js';

/** A scenario's result without prose, times and steps; `form` gives the digest of an exchange's answer, null for none. */
export function observedScenario(
  result: ScenarioResult,
  carriedFrom: string | null,
  form: (exchange: string) => string | null,
): ObservedScenario {
  return {
    id: result.id,
    requirements: result.requirements,
    verdict: result.verdict,
    marks: result.marks,
    carriedFrom,
    problem: result.problem?.code ?? null,
    stopped: result.steps.some(({ status }) => status !== 'passed' && status !== 'failed'),
    checks: result.checks.map(({ id, outcome, provenance, expected, received, exchangeIds }) => ({
      ...{ id, outcome, provenance, expected, received },
      answers: exchangeIds.flatMap((exchange): CheckedAnswer[] => {
        const digest = form(exchange);
        return digest === null ? [] : [{ exchange, form: digest }];
      }),
    })),
    findings: result.findings
      .filter(({ expected }) => !expected)
      .map(({ rule, level, cause, operationId, exchangeId }) => ({
        ...{ rule, level, cause, operationId },
        exchange: exchangeId,
      })),
  };
}
