import { causeOfFinding, rejectingCauses, rejects, type RejectingCause } from './rejecting-causes.js';
import type { RequirementContext } from './requirement-context.js';
import type { ScenarioFinding, ScenarioResult } from './scenario-result.js';
import { isSelfScenario } from './self-scenario.js';

/** Something that contradicts a row. */
export interface Contradiction {
  readonly row: string;
  /** The sentence for the row. */
  readonly reason: string;
  readonly causes: readonly RejectingCause[];
}

/**
 * Everything that contradicts a row, failed scenarios first. One failing scenario contradicts all its rows, whatever
 * others say. A rejecting finding of an operation also counts under the operation's own row, so that a scenario about
 * something else, or none at all, does not hide it.
 */
export function contradictions(
  results: readonly ScenarioResult[],
  context: Pick<RequirementContext, 'strayFindings' | 'operationRows'>,
): readonly Contradiction[] {
  const counting = results.filter((each) => !isSelfScenario(each));
  return [
    ...counting.flatMap((result) => {
      const causes = rejectingCauses(result);
      if (causes.length === 0) return [];
      const reason = `scenario "${result.name}" failed: ${result.reason}`;
      return result.requirements.map((row) => ({ row, reason, causes }));
    }),
    ...counting.flatMap(({ name, findings }) => ofOperations(findings, `in scenario "${name}"`, context)),
    ...ofOperations(context.strayFindings, 'outside every scenario', context),
  ];
}

function ofOperations(
  findings: readonly ScenarioFinding[],
  where: string,
  { operationRows }: Pick<RequirementContext, 'operationRows'>,
): Contradiction[] {
  return findings.filter(rejects).flatMap((finding) => {
    const { operationId, message, exchangeId } = finding;
    if (operationId === null) return [];
    const reason = `${operationId} ${where}: ${message} (${exchangeId})`;
    return (operationRows.get(operationId) ?? []).map((row) => ({ row, reason, causes: [causeOfFinding(finding)] }));
  });
}
