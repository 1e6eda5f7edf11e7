import type { GateInput, GateScenario } from './gate-input.js';
import { isSelfScenario } from './self-scenario.js';
import { isVerdict, verdictEffect } from './verdict-order.js';
import { unreachable } from '../messages/unreachable.js';

/** How the gate counts one scenario. */
export type GateClass = 'rejected' | 'waived' | 'harness' | 'blocked' | 'vacuous' | 'people' | 'remark' | 'good';

/**
 * Classifies a scenario for the gate. A word this build does not know, and a scenario about the harness that does not
 * hold, are harness errors. A scenario left to people blocks through its rows, not by itself.
 */
function gateClass(scenario: GateScenario, input: GateInput): GateClass {
  if (!isVerdict(scenario.verdict)) return 'harness';
  const effect = verdictEffect(scenario.verdict);
  if (isSelfScenario(scenario)) return effect === 'contradicts' || effect === 'blocks' ? 'harness' : 'good';
  switch (effect) {
    case 'contradicts':
      return scenario.marks.includes('waived') ? 'waived' : 'rejected';
    case 'blocks':
      if (scenario.verdict === 'harness-error') return 'harness';
      if (scenario.verdict === 'vacuous') return 'vacuous';
      return scenario.verdict === 'not-run' && isLeftToPeople(scenario, input) ? 'people' : 'blocked';
    case 'allows':
      return scenario.verdict === 'pass' ? 'good' : 'remark';
    case 'neutral':
      return 'good';
    default:
      return unreachable(effect, 'effect');
  }
}

/** The scenarios of one class, as lines for people. */
export function scenariosOf(wanted: GateClass, input: GateInput): string[] {
  return input.results
    .filter((scenario) => gateClass(scenario, input) === wanted)
    .map(({ name, verdict, reason }) => `${name}: ${verdict}, ${reason}`);
}

function isLeftToPeople({ requirements }: GateScenario, input: GateInput): boolean {
  const forPeople = new Set(input.requirements.filter(({ peopleTask }) => peopleTask !== null).map(({ id }) => id));
  return requirements.length > 0 && requirements.every((id) => forPeople.has(id));
}
