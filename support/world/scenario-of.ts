import type { ITestCaseHookParameter } from '@cucumber/cucumber';
import { scenarioAt, type Plan } from '../runner/plan.js';
import type { PlannedScenario } from '../runner/planned-scenario.js';

/** The planned scenario a pickle stands for. An unplanned one means that plan and features disagree. */
export function scenarioOf(
  plan: Plan,
  document: ITestCaseHookParameter['gherkinDocument'],
  pickle: ITestCaseHookParameter['pickle'],
): PlannedScenario {
  const line = lineOf(document, pickle.astNodeIds.at(-1) ?? '');
  const scenario = scenarioAt(plan, pickle.uri, line);
  if (scenario === null) throw new Error(`${pickle.uri}:${String(line)} is not in the plan`);
  return scenario;
}

/** Line of the scenario, or of its Examples row, by syntax node id. */
function lineOf(document: ITestCaseHookParameter['gherkinDocument'], nodeId: string): number {
  const scenarios = (document.feature?.children ?? []).flatMap((child) => [
    child.scenario,
    ...(child.rule?.children ?? []).map((inner) => inner.scenario),
  ]);
  const nodes = scenarios.flatMap((scenario) =>
    scenario === undefined ? [] : [scenario, ...scenario.examples.flatMap((table) => table.tableBody)],
  );
  return nodes.find((node) => node.id === nodeId)?.location.line ?? -1;
}
