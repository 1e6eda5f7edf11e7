import type { Waiver } from '../../config/profile.js';
import { contradictions, type Contradiction } from '../contradictions.js';
import { causeOfFinding, rejectingCauses, rejects, type RejectingCause } from '../rejecting-causes.js';
import type { RequirementContext } from '../requirement-context.js';
import type { Requirement } from '../requirement.js';
import type { ScenarioFinding, ScenarioResult } from '../scenario-result.js';
import { isSelfScenario } from '../self-scenario.js';
import { unstableRule, whyNotWaivable } from './waivable.js';
import type { WaiverState } from './waiver-state.js';

/** What the waivers of a run are held against. */
export interface WaivableRun {
  readonly catalogue: readonly Requirement[];
  /** One final result a scenario. */
  readonly results: readonly ScenarioResult[];
  readonly context: Pick<RequirementContext, 'strayFindings' | 'operationRows'>;
  /** ISO 8601; a waiver is in date when its last day (UTC) is not before this one. */
  readonly startedAt: string;
}

/** What the waivers of a run cover. Nothing is taken away: verdicts and outcomes stay as they are. */
export interface AppliedWaivers {
  readonly states: readonly WaiverState[];
  /** Rows every contradiction of which is covered by a waiver of that row. */
  readonly rows: ReadonlySet<string>;
  /** Failed scenarios every cause of which is covered in a row it contradicts. */
  readonly scenarios: ReadonlySet<string>;
  /** True for a rejecting finding outside every scenario that is covered in the row of its operation. */
  readonly coversStray: (finding: ScenarioFinding) => boolean;
}

/**
 * Holds each waiver against what contradicts its row. A waiver covers the causes that it names and no other; the row is
 * waived only when nothing else contradicts it.
 */
export function applyWaivers(waivers: readonly Waiver[], run: WaivableRun): AppliedWaivers {
  const { catalogue, results, context, startedAt } = run;
  const against = contradictions(results, context);
  const good = waivers.filter((waiver) => refusal(waiver, catalogue) === null && !isExpired(waiver, startedAt));
  const covered = (row: string, { names }: RejectingCause): boolean =>
    good.some(({ requirement, rule }) => requirement === row && names.includes(rule));
  const inSome = (rows: readonly string[], cause: RejectingCause): boolean => rows.some((row) => covered(row, cause));
  const rowsOf = (operationId: string | null): readonly string[] => context.operationRows.get(operationId ?? '') ?? [];
  const rows = [...new Set(against.map(({ row }) => row))];
  return {
    states: waivers.map((waiver) => stateOf(waiver, run, against)),
    rows: new Set(
      rows.filter((row) =>
        against.filter((one) => one.row === row).every(({ causes }) => causes.every((cause) => covered(row, cause))),
      ),
    ),
    scenarios: new Set(
      results.flatMap((result) => {
        const causes = isSelfScenario(result) ? [] : rejectingCauses(result);
        const all = causes.every((cause) => inSome([...result.requirements, ...rowsOf(cause.operationId)], cause));
        return causes.length > 0 && all ? [result.id] : [];
      }),
    ),
    coversStray: (finding) => rejects(finding) && inSome(rowsOf(finding.operationId), causeOfFinding(finding)),
  };
}

function stateOf(
  waiver: Waiver,
  { catalogue, startedAt, results }: WaivableRun,
  against: readonly Contradiction[],
): WaiverState {
  const refused = refusal(waiver, catalogue);
  if (refused !== null) return { ...waiver, state: 'refused', items: [refused] };
  if (isExpired(waiver, startedAt))
    return { ...waiver, state: 'expired', items: [`the run began on ${dayOf(startedAt)}`] };
  const items = waiver.rule === unstableRule ? unstableIn(waiver, results) : coveredBy(waiver, against);
  return { ...waiver, state: items.length > 0 ? 'used' : 'unused', items };
}

function coveredBy({ requirement, rule }: Waiver, against: readonly Contradiction[]): string[] {
  const causes = against.filter(({ row }) => row === requirement).flatMap((one) => one.causes);
  return [...new Set(causes.filter(({ names }) => names.includes(rule)).map(({ reason }) => reason))];
}

function unstableIn({ requirement }: Waiver, results: readonly ScenarioResult[]): string[] {
  return results
    .filter(({ requirements, marks }) => requirements.includes(requirement) && marks.includes('unstable'))
    .map(({ name }) => `"${name}" changed its verdict between attempts`);
}

function refusal({ requirement, rule }: Waiver, catalogue: readonly Requirement[]): string | null {
  const row = catalogue.find(({ id }) => id === requirement);
  if (row === undefined) return `the catalogue has no row ${requirement}`;
  const untouchable = whyNotWaivable(row, rule);
  return untouchable === null ? null : `${untouchable} is never waived`;
}

function isExpired({ expires }: Waiver, startedAt: string): boolean {
  return expires < dayOf(startedAt);
}

function dayOf(instant: string): string {
  return instant.slice(0, 10);
}
