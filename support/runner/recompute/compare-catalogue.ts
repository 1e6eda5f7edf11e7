import { isDeepStrictEqual } from 'node:util';
import { planFiles } from '../../evidence/plan-files.js';
import type { Difference } from '../../evidence/verify/verification.js';
import { isSelfScenario } from '../../verdict/self-scenario.js';
import { writtenScenario, type WrittenScenario } from '../known-scenarios.js';
import type { FrozenScenarios } from './recorded-run.js';
import { differs } from './recompute-result.js';

const members = ['name', 'feature', 'requirements', 'steps'] as const;

/**
 * Holds the scenarios a run planned and those it took over (`carried`, by id) against the whole matrix it froze: nothing is
 * planned that is not in the matrix, and a run that calls itself whole leaves nothing of the matrix out.
 */
export function catalogueDifferences(
  { partial, scenarios }: Pick<FrozenScenarios, 'partial' | 'scenarios'>,
  carried: readonly string[],
  matrix: readonly WrittenScenario[],
): Difference[] {
  const known = new Map(matrix.map((scenario) => [scenario.id, scenario]));
  const taken = new Set([...scenarios.map(({ id }) => id), ...carried]);
  const wrong = (id: string, problem: string): Difference => ({ where: `${planFiles.scenarios}: ${id}`, problem });
  const planned = scenarios.flatMap((scenario) => {
    const frozen = known.get(scenario.id);
    // What proves the harness is no part of the matrix.
    if (frozen === undefined && isSelfScenario(scenario)) return [];
    if (frozen === undefined) return [wrong(scenario.id, `${planFiles.catalogue} has no such scenario`)];
    const own = writtenScenario(scenario);
    return members
      .filter((name) => !isDeepStrictEqual(own[name], frozen[name]))
      .map((name) => wrong(scenario.id, differs(name, own[name], frozen[name])));
  });
  const missing = partial ? [] : matrix.filter(({ id }) => !taken.has(id));
  return [
    ...planned,
    ...missing.map(({ id }) =>
      wrong(id, `the run calls itself whole and leaves it out; ${planFiles.catalogue} has it`),
    ),
  ];
}
