import type { FindingLevel } from '../contract/provenance.js';
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
  const byId = new Map<string, Cause>();
  for (const result of results) {
    for (const { id, level, message, exchangeId } of incidentsOf(result)) {
      const known = byId.get(id) ?? { id, level, count: 0, scenarios: [], occurrences: [], message };
      const worse = levelOrder.indexOf(level) < levelOrder.indexOf(known.level) ? level : known.level;
      const scenarios = known.scenarios.includes(result.id) ? known.scenarios : [...known.scenarios, result.id];
      const occurrences = [...known.occurrences, { scenario: result.id, exchangeId }];
      byId.set(id, { ...known, level: worse, count: known.count + 1, scenarios, occurrences });
    }
  }
  return [...byId.values()].sort(
    (a, b) => levelOrder.indexOf(a.level) - levelOrder.indexOf(b.level) || b.count - a.count || (a.id < b.id ? -1 : 1),
  );
}
