import type { FaultEntry } from '../../emulator/faults/fault-catalogue.js';
import { errorsOf } from '../../messages/coded-error.js';
import { mutationDataMessages } from '../../messages/mutation-messages.js';
import type { CallTable } from '../../runner/budget/scenario-calls.js';
import type { PlannedScenario } from '../../runner/planned-scenario.js';
import { isSelfScenario } from '../../verdict/self-scenario.js';

const misfit = errorsOf(mutationDataMessages, 'configuration');

/**
 * A fault is tried with the scenarios of its rows, so each of these rows must meet a faulted operation in one of its
 * scenarios at least, as the table of calls says. Throws MUT-201 (exit 78) for a row that never would.
 */
export function checkFaultRows(
  faults: readonly Pick<FaultEntry, 'id' | 'requirements' | 'operations'>[],
  scenarios: readonly Pick<PlannedScenario, 'id' | 'tags' | 'requirements'>[],
  calls: CallTable,
): void {
  const counting = scenarios.filter((scenario) => !isSelfScenario(scenario));
  for (const { id, requirements, operations } of faults) {
    const touches = ({ id: scenario }: { readonly id: string }): boolean =>
      calls.get(scenario)?.operations.some((operation) => operations.includes(operation)) ?? false;
    const row = requirements.find(
      (wanted) => !counting.some((one) => one.requirements.includes(wanted) && touches(one)),
    );
    if (row !== undefined) throw misfit('MUT-201', { fault: id, row, operations: operations.join(' or ') });
  }
}
