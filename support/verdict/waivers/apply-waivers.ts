import type { Waiver } from '../../config/profile.js';
import { contradictions, type Contradiction } from '../contradictions.js';
import { causeOfFinding, rejectingCauses, rejects, type RejectingCause } from '../rejecting-causes.js';
import type { RequirementContext } from '../requirement-context.js';
import type { Requirement } from '../requirement.js';
import type { ScenarioFinding, ScenarioResult } from '../scenario-result.js';
import { isSelfScenario } from '../self-scenario.js';
import { untouchableIn, whyNotGiven } from './untouchable-cause.js';
import { unstableRule } from './waivable.js';
import type { WaiverState } from './waiver-state.js';
import { whyTooLong } from './waiver-term.js';

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
 * Holds each waiver against what contradicts its row. A waiver covers the causes that it names and no other, and none that is about
 * something untouchable; the row is waived only when nothing else contradicts it.
 */
export function applyWaivers(waivers: readonly Waiver[], run: WaivableRun): AppliedWaivers {
  const { catalogue, results, context, startedAt } = run;
  const against = contradictions(results, context);
  const about = { catalogue, operationRows: context.operationRows };
  const good = waivers.filter((waiver) => refusal(waiver, run) === null && !isExpired(waiver, startedAt));
  const covered = (row: string, cause: RejectingCause): boolean =>
    good.some(({ requirement, rule }) => requirement === row && cause.names.includes(rule)) &&
    untouchableIn(cause, about) === null;
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

function stateOf(waiver: Waiver, run: WaivableRun, against: readonly Contradiction[]): WaiverState {
  const { startedAt, results, catalogue, context } = run;
  const refused = refusal(waiver, run);
  if (refused !== null) return { ...waiver, state: 'refused', items: [refused] };
  if (isExpired(waiver, startedAt))
    return { ...waiver, state: 'expired', items: [`the run began on ${dayOf(startedAt)}`] };
  if (waiver.rule === unstableRule) return usedFor(waiver, unstableIn(waiver, results), []);
  const named = namedBy(waiver, against);
  const about = { catalogue, operationRows: context.operationRows };
  const things = new Map(named.map((cause) => [cause.reason, untouchableIn(cause, about)]));
  return usedFor(
    waiver,
    [...things].flatMap(([reason, thing]) => (thing === null ? [reason] : [])),
    [...things].flatMap(([reason, thing]) => (thing === null ? [] : [`${thing} is never waived: ${reason}`])),
  );
}

/** A waiver that covers something, or nothing; then why not, where it names what is never covered. */
function usedFor(waiver: Waiver, covered: readonly string[], untouchable: readonly string[]): WaiverState {
  if (covered.length > 0) return { ...waiver, state: 'used', items: covered };
  return { ...waiver, state: 'unused', items: untouchable };
}

function namedBy({ requirement, rule }: Waiver, against: readonly Contradiction[]): RejectingCause[] {
  const causes = against.filter(({ row }) => row === requirement).flatMap((one) => one.causes);
  return causes.filter(({ names }) => names.includes(rule));
}

function unstableIn({ requirement }: Waiver, results: readonly ScenarioResult[]): string[] {
  return results
    .filter(({ requirements, marks }) => requirements.includes(requirement) && marks.includes('unstable'))
    .map(({ name }) => `"${name}" changed its verdict between attempts`);
}

function refusal(waiver: Waiver, { catalogue, context, startedAt }: WaivableRun): string | null {
  const row = catalogue.find(({ id }) => id === waiver.requirement);
  if (row === undefined) return `the catalogue has no row ${waiver.requirement}`;
  const untouchable = whyNotGiven(row, waiver, { catalogue, operationRows: context.operationRows });
  return untouchable === null ? whyTooLong(waiver, startedAt) : `${untouchable} is never waived`;
}

function isExpired({ expires }: Waiver, startedAt: string): boolean {
  return expires < dayOf(startedAt);
}

function dayOf(instant: string): string {
  return instant.slice(0, 10);
}
