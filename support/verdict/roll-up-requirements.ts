import { contradictions } from './contradictions.js';
import { isContradictedClaim, whyNotApplicable } from './not-applicable.js';
import { organicProof } from './organic-proof.js';
import { proofOf } from './proven.js';
import type { RequirementContext } from './requirement-context.js';
import type { RequirementResult } from './requirement-result.js';
import type { Requirement } from './requirement.js';
import type { ScenarioResult } from './scenario-result.js';
import { inOrder } from './scenario-marks.js';
import { isSelfScenario } from './self-scenario.js';
import type { Mark, RequirementOutcome } from './verdict.js';

/** Everything one row's outcome is decided from. */
interface RowFacts {
  readonly row: Requirement;
  readonly scenarios: readonly ScenarioResult[];
  /** Scenarios of other rows; only few rows ask. */
  readonly others: () => readonly ScenarioResult[];
  readonly contradiction: string | null;
  readonly peopleTask: string | null;
  readonly context: RequirementContext;
}

/** An outcome with its reason, and the marks a rule adds. */
interface RowOutcome {
  readonly outcome: RequirementOutcome;
  readonly reason: string | null;
  readonly marks?: readonly Mark[];
  readonly review?: true;
}

/** The rules in order; the first that speaks decides. A contradiction outranks every way out. */
const rules: readonly ((facts: RowFacts) => RowOutcome | null)[] = [
  ({ contradiction }) => (contradiction === null ? null : { outcome: 'contradicted', reason: contradiction }),
  ({ row, context }) =>
    context.selected === null || context.selected.has(row.id)
      ? null
      : { outcome: 'out-of-scope', reason: 'not selected in this partial run' },
  ({ row, context }) => {
    const rule = whyNotApplicable(row, context);
    if (rule === null) return null;
    return { outcome: 'not-applicable', reason: rule, ...(isContradictedClaim(row, context) ? { review: true } : {}) };
  },
  (facts) => (facts.peopleTask === null ? null : peopleOutcome(facts.row, facts.peopleTask, facts.context)),
  ({ row, scenarios, others }) =>
    row.trigger === 'organic' && scenarios.length > 0
      ? organicProof(row, scenarios, others())
      : proofOf(row, scenarios),
];

/**
 * What a run says about every row of the matrix, in the catalogue's order. Pure: the same recorded results give the
 * same outcomes. `results` holds one final result a scenario (see `finalResults`).
 */
export function rollUpRequirements(
  requirements: readonly Requirement[],
  results: readonly ScenarioResult[],
  context: RequirementContext,
): RequirementResult[] {
  const contradicted = new Map(
    contradictions(results, context)
      .toReversed()
      .map(({ row, reason }) => [row, reason]),
  );
  const counting = results.filter((result) => !isSelfScenario(result));
  const byRow = scenariosByRow(counting);
  return requirements.map((row) =>
    resultOf({
      row,
      scenarios: byRow.get(row.id) ?? [],
      others: () => counting.filter((result) => !result.requirements.includes(row.id)),
      contradiction: contradicted.get(row.id) ?? null,
      peopleTask: peopleTaskOf(row, context),
      context,
    }),
  );
}

/** The scenarios of each row, in order. */
function scenariosByRow(results: readonly ScenarioResult[]): ReadonlyMap<string, readonly ScenarioResult[]> {
  const byRow = new Map<string, ScenarioResult[]>();
  for (const result of results) {
    for (const row of new Set(result.requirements)) {
      const known = byRow.get(row);
      if (known === undefined) byRow.set(row, [result]);
      else known.push(result);
    }
  }
  return byRow;
}

function resultOf(facts: RowFacts): RequirementResult {
  const { row, scenarios, peopleTask } = facts;
  const decided = rules.reduce<RowOutcome | null>((found, rule) => found ?? rule(facts), null);
  const waived = facts.context.waivedRows.has(row.id);
  if (decided === null) throw new Error(`no rule decided row ${row.id}`);
  const reason = withAttestationNote(facts, decided);
  return {
    id: row.id,
    title: row.title,
    level: row.level,
    origin: row.origin,
    outcome: decided.outcome,
    marks: inOrder([
      // A scenario may be waived in another of its rows; a row is waived as a whole or not at all.
      ...scenarios.flatMap(({ marks }) => marks).filter((mark) => mark !== 'waived'),
      ...(decided.marks ?? []),
      ...(waived ? (['waived'] as const) : []),
    ]),
    ...(reason === null ? {} : { reason }),
    scenarios: scenarios.map(({ id, name, verdict, marks }) => ({ id, name, verdict, marks })),
    ...(decided.review === undefined ? {} : { review: decided.review }),
    peopleTask,
  };
}

function peopleTaskOf(row: Requirement, { forPeople }: RequirementContext): string | null {
  return row.trigger === 'people' ? row.people : (forPeople.get(row.id) ?? null);
}

function peopleOutcome(row: Requirement, task: string, { attestations }: RequirementContext): RowOutcome {
  const attestation = attestations.find(({ requirement }) => requirement === row.id);
  if (attestation === undefined) return { outcome: 'not-demonstrated', reason: `for people: ${task}` };
  const reason = `attested by ${attestation.by} on ${attestation.on}: ${attestation.statement}`;
  return { outcome: 'demonstrated', reason, marks: ['attested'] };
}

/** An attestation for a row that software drives, or that does not count here, is noted and changes nothing. */
function withAttestationNote({ row, context }: RowFacts, { reason, marks = [] }: RowOutcome): string | null {
  const attestation = context.attestations.find(({ requirement }) => requirement === row.id);
  if (attestation === undefined || marks.includes('attested')) return reason;
  const note = `attestation by ${attestation.by} noted, changes nothing`;
  return reason === null ? note : `${reason}; ${note}`;
}
