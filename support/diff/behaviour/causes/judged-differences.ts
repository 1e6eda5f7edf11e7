import { operationRows, productionOperationRows } from '../../../verdict/operation-rows.js';
import type { ObservedBehaviour, ObservedFinding } from '../observed-behaviour.js';
import type { ComparedFacts } from './compared-facts.js';
import type { JudgedDifference } from './judged-difference.js';

/** Findings that only one side has, each with an answer that the other side got from the same operation. */
export function judgedDifferences(
  facts: ComparedFacts,
  old: readonly ObservedFinding[],
  next: readonly ObservedFinding[],
  scenario: string | null = null,
): readonly JudgedDifference[] {
  const only = (side: readonly ObservedFinding[], other: readonly ObservedFinding[]) => {
    const known = new Set(other.map(({ cause }) => cause));
    return [...new Map(side.filter(({ cause }) => !known.has(cause)).map((one) => [one.cause, one])).values()];
  };
  return [
    ...only(next, old).map(({ rule, operationId, exchange }) => ({
      ...{ rule, came: true, exchanges: { old: facts.sides.old.answerOf(operationId, scenario), new: exchange } },
    })),
    ...only(old, next).map(({ rule, operationId, exchange }) => ({
      ...{ rule, came: false, exchanges: { old: exchange, new: facts.sides.new.answerOf(operationId, scenario) } },
    })),
    // An operation that one side never called cannot have answered it differently.
  ].filter(({ exchanges }) => exchanges.old !== null && exchanges.new !== null);
}

/** Every finding of a run, in scenarios and outside, on operations that answer for a row. */
export function findingsOfRow({ scenarios, outside, run }: ObservedBehaviour, row: string): readonly ObservedFinding[] {
  const rows = run.target.environment === 'production' ? productionOperationRows : operationRows;
  return [...scenarios.flatMap(({ findings }) => findings), ...outside].filter(
    ({ operationId, level }) => level !== 'advisory' && operationId !== null && rows.get(operationId)?.includes(row),
  );
}
