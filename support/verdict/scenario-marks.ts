import type { ScenarioFacts } from './scenario-facts.js';
import { marks, type Mark } from './verdict.js';

/**
 * Marks of a scenario attempt. `simulated` is everything that did not run against a real target: the emulator in
 * process, in a container or on any loopback host. The vendor's own simulation endpoints on real staging do not count.
 */
export function scenarioMarks(facts: Pick<ScenarioFacts, 'targetClass' | 'replayed' | 'expectedInvalid'>): Mark[] {
  const set: Mark[] = [];
  if (facts.targetClass !== 'real') set.push('simulated');
  if (facts.replayed) set.push('harness-only');
  if (facts.expectedInvalid) set.push('expected-invalid');
  return inOrder(set);
}

/** The same marks once each, in the fixed order of the vocabulary. */
export function inOrder(set: Iterable<Mark>): Mark[] {
  const present = new Set(set);
  return marks.filter((mark) => present.has(mark));
}
