import type { GateInput } from './gate-input.js';
import type { RequirementResult } from './requirement-result.js';
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
function rowClass({ outcome, level, peopleTask }: RequirementResult): RowClass {
  if (!Object.hasOwn(settled, outcome)) return 'unknown';
  if (settled[outcome]) return 'settled';
  if (peopleTask !== null) return 'people';
  return level === 'SHOULD' ? 'settled' : 'undemonstrated';
}

/** The rows of one class, as lines for people. */
export function gateRows(wanted: RowClass, { requirements }: Pick<GateInput, 'requirements'>): string[] {
  return requirements.filter((row) => rowClass(row) === wanted).map(rowLine);
}

/** Rows out of scope in a run over the whole matrix, as lines: nothing may leave a row out there, so the harness did. */
export function misplacedRows(input: GateInput): string[] {
  if (input.partial) return [];
  return input.requirements.filter(({ outcome }) => outcome === 'out-of-scope').map(rowLine);
}

/** A row as one line. */
export function rowLine({ id, title, outcome, reason }: RequirementResult): string {
  return `${id} ${title}: ${outcome}${reason === undefined ? '' : `, ${reason}`}`;
}
