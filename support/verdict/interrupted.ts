import type { WorldCode } from '../messages/world-messages.js';
import type { ScenarioResult } from './scenario-result.js';

/** Code of a scenario that ended because the run was stopped. */
const interruptedCode = 'WLD-106' satisfies WorldCode;

/** True for an attempt that the stop of its run ended: a resumed run goes on with the scenario. */
export function wasInterrupted({ problem }: Pick<ScenarioResult, 'problem'>): boolean {
  return problem?.code === interruptedCode;
}
