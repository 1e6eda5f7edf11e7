import type { FindingLevel } from '../judgement/provenance.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import { violationLevel } from '../verdict/violation-level.js';

/** Findings and unmet checks with the same cause. */
export interface Cause {
  /** The judge's cause, or `check:<id>`. */
  readonly id: string;
  readonly level: FindingLevel | 'undetermined';
  readonly count: number;
  readonly scenarios: readonly string[];
  /** Each time it was seen, in order. */
  readonly occurrences: readonly Occurrence[];
  /** The first one's sentence. */
  readonly message: string;
}

/** Where a cause was seen; the exchange is null for a check that looked at none. */
export interface Occurrence {
  readonly scenario: string;
  readonly exchangeId: string | null;
}

/** One thing nobody announced, before grouping. */
export type Incident = Pick<Cause, 'id' | 'level' | 'message'> & Pick<Occurrence, 'exchangeId'>;

/** A cause while it is gathered. */
interface GatheredCause extends Pick<Cause, 'message'> {
  level: Cause['level'];
  readonly occurrences: Occurrence[];
}

const levelOrder: readonly Cause['level'][] = ['fail', 'undetermined', 'review', 'advisory'];

/** Everything unannounced in one scenario: findings of the judge and checks that were not met. */
export function incidentsOf({ findings, checks }: Pick<ScenarioResult, 'findings' | 'checks'>): Incident[] {
  return [
    ...checks
      .filter(({ outcome }) => outcome !== 'met')
      .map((check) => ({
        id: `check:${check.id}`,
        level: check.outcome === 'undetermined' ? ('undetermined' as const) : violationLevel(check),
        message: `${check.title}: expected ${check.expected}, received ${check.received}`,
        exchangeId: check.exchangeIds.at(-1) ?? null,
      })),
    ...findings
      .filter(({ expected }) => !expected)
      .map(({ cause, level, message, exchangeId }) => ({ id: cause, level, message, exchangeId })),
  ];
}

/** All causes of a run, worst level first, then the most frequent, then by id. */
export function causesOf(results: readonly ScenarioResult[]): Cause[] {
  const byId = new Map<string, GatheredCause>();
  for (const result of results) {
    for (const { id, level, message, exchangeId } of incidentsOf(result)) {
      const cause = byId.get(id) ?? { level, message, occurrences: [] };
      byId.set(id, cause);
      if (levelOrder.indexOf(level) < levelOrder.indexOf(cause.level)) cause.level = level;
      cause.occurrences.push({ scenario: result.id, exchangeId });
    }
  }
  const causes = [...byId].map(([id, { level, message, occurrences }]): Cause => {
    const scenarios = [...new Set(occurrences.map(({ scenario }) => scenario))];
    return { id, level, count: occurrences.length, scenarios, occurrences, message };
  });
  return causes.sort(
    (a, b) => levelOrder.indexOf(a.level) - levelOrder.indexOf(b.level) || b.count - a.count || (a.id < b.id ? -1 : 1),
  );
}
