import { couldCertify, type GateInput } from './gate-input.js';
import type { RequirementResult } from './requirement-result.js';
import { noScenarioYet } from './scenario-backlog.js';
import type { RequirementOutcome } from './verdict.js';

/** How the gate counts a row that did not turn out well. */
export type RowClass = 'settled' | 'undemonstrated' | 'people' | 'unknown';

const settled: Readonly<Record<RequirementOutcome, boolean>> = {
  demonstrated: true,
  'demonstrated-with-advisory': true,
  // Counted by the step about behaviour, which is stronger.
  contradicted: true,
  'not-demonstrated': false,
  'not-applicable': true,
  'out-of-scope': true,
};

/** Classifies a row for the gate. Organic rows (SHOULD) never block; an unknown word is a harness error. */
export function rowClass({ outcome, level, peopleTask }: RequirementResult): RowClass {
  if (!Object.hasOwn(settled, outcome)) return 'unknown';
  if (settled[outcome]) return 'settled';
  if (peopleTask !== null) return 'people';
  return level === 'SHOULD' ? 'settled' : 'undemonstrated';
}

/** The rows of one class, as lines for people. */
export function gateRows(wanted: RowClass, { requirements }: Pick<GateInput, 'requirements'>): string[] {
  return requirements.filter((row) => rowClass(row) === wanted).map(rowLine);
}

/**
 * MUST rows without a scenario, as lines, where that counts: practice may leave them out, a run that could be certifiable
 * may not, and a part of the matrix is judged by what it selected.
 */
export function unscopedRows(input: GateInput): string[] {
  if (!couldCertify(input)) return [];
  return input.requirements.filter(({ outcome, level }) => outcome === 'out-of-scope' && level === 'MUST').map(rowLine);
}

/** Rows of a full run that are out of scope for another reason than a missing scenario: a defect of the harness. */
export function misplacedRows(input: GateInput): string[] {
  if (input.partial) return [];
  return input.requirements
    .filter(({ outcome, reason }) => outcome === 'out-of-scope' && !(reason ?? '').startsWith(noScenarioYet))
    .map(rowLine);
}

/** A row as one line. */
export function rowLine({ id, title, outcome, reason }: RequirementResult): string {
  return `${id} ${title}: ${outcome}${reason === undefined ? '' : `, ${reason}`}`;
}
