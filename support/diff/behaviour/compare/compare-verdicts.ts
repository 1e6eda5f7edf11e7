import type { ObservedScenario } from '../observed-behaviour.js';
import type { ComparedRuns } from './compared-runs.js';
import { compareChecks } from './compare-checks.js';
import { compareInvariants } from './compare-invariants.js';
import { rowRule, scenarioRule } from './verdict-tables.js';
import type { RawVerdictChange } from './raw-verdict-change.js';

/** Compares how rows, scenarios and checks ended, and the rules over all traffic. What one run did not select is not compared. */
export function compareVerdicts(runs: ComparedRuns): readonly RawVerdictChange[] {
  return [...compareRows(runs), ...compareScenarios(runs), ...compareCatalogues(runs), ...compareInvariants(runs)];
}

function compareRows({ old, new: next }: ComparedRuns): readonly RawVerdictChange[] {
  const after = new Map(next.behaviour.requirements.map((row) => [row.id, row]));
  return old.behaviour.requirements.flatMap((before) => {
    const row = after.get(before.id);
    if (row === undefined || row.outcome === before.outcome) return [];
    if (row.outcome === 'out-of-scope' || before.outcome === 'out-of-scope') return [];
    const scenarios = [...new Set([...before.scenarios, ...row.scenarios])].sort();
    return [
      {
        ...{
          rule: rowRule(before.outcome, row.outcome),
          place: `row ${before.id}`,
          key: '',
          operationId: null,
          scenarios,
        },
        ...{ before: before.outcome, after: row.outcome, subject: 'requirement' as const, id: before.id },
        exchanges: { old: null, new: null },
        aspects: [before.outcome, row.outcome].map((word) => `row ${before.id} ${word}`),
      },
    ];
  });
}

function compareScenarios({ old, new: next }: ComparedRuns): readonly RawVerdictChange[] {
  const after = new Map(next.behaviour.scenarios.map((scenario) => [scenario.id, scenario]));
  return old.behaviour.scenarios.flatMap((before) => {
    const scenario = after.get(before.id);
    if (scenario === undefined) return [];
    return before.verdict === scenario.verdict
      ? compareChecks(before, scenario)
      : [...ended(before, scenario), ...compareChecks(before, scenario)];
  });
}

function ended(old: ObservedScenario, next: ObservedScenario): readonly RawVerdictChange[] {
  const place = `scenario ${old.id}`;
  return [
    {
      ...{ rule: scenarioRule(old.verdict, next.verdict), place, key: '', operationId: null, scenarios: [old.id] },
      ...{ before: old.verdict, after: next.verdict, subject: 'scenario' as const, id: old.id },
      exchanges: { old: null, new: null },
      aspects: [old.verdict, next.verdict].map((word) => `${place} ${word}`),
    },
  ];
}

/** Scenarios that only one of the harnesses has. Which environment it is decides as well, so other environments are left out. */
function compareCatalogues({ old, new: next }: ComparedRuns): readonly RawVerdictChange[] {
  if (old.behaviour.run.target.environment !== next.behaviour.run.target.environment) return [];
  const [before, after] = [new Set(old.behaviour.catalogue), new Set(next.behaviour.catalogue)];
  const gone = [...before].filter((id) => !after.has(id)).map((id) => [id, 'scenario-removed'] as const);
  const come = [...after].filter((id) => !before.has(id)).map((id) => [id, 'scenario-added'] as const);
  return [...gone, ...come].map(([id, rule]) => ({
    ...{ rule, place: `scenario ${id}`, key: '', before: null, after: null, operationId: null, scenarios: [id] },
    ...{ subject: 'scenario' as const, id, exchanges: { old: null, new: null }, aspects: [`catalogue ${id}`] },
  }));
}
