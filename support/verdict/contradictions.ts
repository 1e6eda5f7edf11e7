import type { RequirementContext } from './requirement-context.js';
import type { Requirement } from './requirement.js';
import type { ScenarioFinding, ScenarioResult } from './scenario-result.js';
import { isSelfScenario } from './self-scenario.js';
import { verdictEffect } from './verdict-order.js';

/**
 * Rows the run contradicts, with the first reason each. One failing scenario contradicts all its rows, whatever others
 * say. A rejecting finding of an operation also counts under the operation's own row, so that a scenario about
 * something else, or none at all, does not hide it.
 */
export function contradictions(
  requirements: readonly Requirement[],
  results: readonly ScenarioResult[],
  context: Pick<RequirementContext, 'strayFindings' | 'operationRows'>,
): ReadonlyMap<string, string> {
  const known = new Set(requirements.map(({ id }) => id));
  const found = new Map<string, string>();
  const note = (row: string, reason: string): void => {
    if (known.has(row) && !found.has(row)) found.set(row, reason);
  };
  for (const result of results.filter((each) => !isSelfScenario(each))) {
    if (verdictEffect(result.verdict) !== 'contradicts') continue;
    for (const row of result.requirements) note(row, `scenario "${result.name}" failed: ${result.reason}`);
  }
  for (const result of results.filter((each) => !isSelfScenario(each))) {
    noteOperations(result.findings, `in scenario "${result.name}"`, context, note);
  }
  noteOperations(context.strayFindings, 'outside every scenario', context, note);
  return found;
}

function noteOperations(
  findings: readonly ScenarioFinding[],
  where: string,
  { operationRows }: Pick<RequirementContext, 'operationRows'>,
  note: (row: string, reason: string) => void,
): void {
  for (const { expected, level, operationId, message, exchangeId } of findings) {
    if (expected || level !== 'fail' || operationId === null) continue;
    for (const row of operationRows.get(operationId) ?? []) {
      note(row, `${operationId} ${where}: ${message} (${exchangeId})`);
    }
  }
}
