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
  /** The first one's sentence. */
  readonly message: string;
}

/** One thing nobody announced, before grouping. */
export type Incident = Pick<Cause, 'id' | 'level' | 'message'>;

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
      })),
    ...findings.filter(({ expected }) => !expected).map(({ cause, level, message }) => ({ id: cause, level, message })),
  ];
}

/** All causes of a run, worst level first, then the most frequent, then by id. */
export function causesOf(results: readonly ScenarioResult[]): Cause[] {
  const byId = new Map<string, Cause>();
  for (const result of results) {
    for (const { id, level, message } of incidentsOf(result)) {
      const known = byId.get(id) ?? { id, level, count: 0, scenarios: [], message };
      const worse = levelOrder.indexOf(level) < levelOrder.indexOf(known.level) ? level : known.level;
      const scenarios = known.scenarios.includes(result.id) ? known.scenarios : [...known.scenarios, result.id];
      byId.set(id, { ...known, level: worse, count: known.count + 1, scenarios });
    }
  }
  return [...byId.values()].sort(
    (a, b) => levelOrder.indexOf(a.level) - levelOrder.indexOf(b.level) || b.count - a.count || (a.id < b.id ? -1 : 1),
  );
}
