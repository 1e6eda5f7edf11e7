import { addCounts } from '../../contract/object-kinds.js';
import { isSelfScenario } from '../../verdict/self-scenario.js';
import type { Requirement } from '../../verdict/requirement.js';
import type { RequirementResult } from '../../verdict/requirement-result.js';
import type { RequirementOutcome } from '../../verdict/verdict.js';
import type { DecidedRun } from '../decided-run.js';
import { shellWord } from '../reproduce/shell-word.js';
import type { KnownScenario } from './known-scenario.js';
import { needsOf, waitsForContract } from './needs.js';
import { nextCommand, type PlannedRun } from './way-on.js';
import type { ShardPlace, TestScript, TestScripts } from './test-script.js';

/** Whether a row with this outcome still has a test script to run. */
const isOpen: Readonly<Record<RequirementOutcome, boolean>> = {
  demonstrated: false,
  'demonstrated-with-advisory': false,
  contradicted: true,
  'not-demonstrated': true,
  'not-applicable': false,
  'out-of-scope': true,
};

/**
 * The test scripts still to run: every row that is neither demonstrated, nor waived, nor not applicable, with why, the
 * command, and what it needs. The vendor's process asks for them when evidence is insufficient (docs/sandbox-going-live).
 * A `shard` lists none: a run that carries its evidence on is no shard any more and could not be merged.
 */
export function listTestScripts(
  run: PlannedRun,
  known: readonly KnownScenario[],
  shard: ShardPlace | null = null,
): TestScripts {
  if (shard !== null) return { shard, command: null, scripts: [] };
  const scripts = run.requirements
    .filter(({ outcome, marks }) => isOpen[outcome] && !marks.includes('waived'))
    .map((result) => ({ result, row: rowOf(result, run) }))
    .filter(({ row }) => couldApply(row, run))
    .map(({ result, row }) => scriptOf(result, row, { run, known }));
  const forSoftware = scripts.some(({ command }) => command !== null);
  return { command: forSoftware ? nextCommand(run) : null, scripts };
}

function rowOf({ id }: RequirementResult, { catalogue }: DecidedRun): Requirement {
  const row = catalogue.find((one) => one.id === id);
  if (row === undefined) throw new Error(`the catalogue has no row ${id}`);
  return row;
}

/**
 * False for a row that a full run would find not applicable; a partial run calls it out of scope first. Every capability
 * that the profile denies has a recorded claim.
 */
function couldApply({ phase, needs }: Requirement, { facts, recorded }: DecidedRun): boolean {
  if ((phase === 'go-live') !== (facts.target.environment === 'production')) return false;
  return !recorded.claims.some(({ capability }) => needs.includes(capability));
}

interface Matrix {
  readonly run: DecidedRun;
  readonly known: readonly KnownScenario[];
}

function scriptOf(result: RequirementResult, row: Requirement, { run, known }: Matrix): TestScript {
  const { id: requirement, title, level, outcome, reason = outcome, peopleTask } = result;
  const results = run.results.filter((one) => !isSelfScenario(one) && one.requirements.includes(requirement));
  const scenarios = known.filter(({ requirements }) => requirements.includes(requirement));
  const driven = peopleTask === null && scenarios.length > 0;
  const taking = waitsForContract(results) ? '' : ` --carry ${run.facts.runId}`;
  return {
    ...{ requirement, title, level, outcome, why: reason },
    command: driven ? `axys-certify run --tags ${shellWord(`@${requirement}`)}${taking}` : null,
    needs: needsOf({ row, result, scenarios: results, environment: run.facts.target.environment }),
    scenarios: scenarios.map(({ id, name, steps }) => ({
      ...{ id, name, steps },
      verdict: results.find((one) => one.id === id)?.verdict ?? null,
    })),
    calls: [...new Set(scenarios.flatMap(({ calls }) => calls))].toSorted(),
    creates: addCounts(scenarios.map(({ creates }) => creates)),
  };
}
