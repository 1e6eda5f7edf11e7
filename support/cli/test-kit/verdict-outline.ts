import type { ScenarioResult } from '../../verdict/scenario-result.js';

/** What is the same in every run of a scenario on a target that behaves the same: no ids of exchanges, no times. */
export interface ScenarioOutline {
  readonly id: string;
  readonly verdict: string;
  /** Checks as `id outcome`. */
  readonly checks: readonly string[];
  /** Findings as `rule cause`. */
  readonly findings: readonly string[];
}

/** What a run has to repeat: scenarios, verdicts, checks and findings, in the order they ran. */
export function verdictOutline(results: readonly ScenarioResult[]): readonly ScenarioOutline[] {
  return results.map(({ id, verdict, checks, findings }) => ({
    id,
    verdict,
    checks: checks.map((check) => `${check.id} ${check.outcome}`),
    findings: findings.map(({ rule, cause }) => `${rule} ${cause}`),
  }));
}

/** A run to be compared with others. */
export interface OutlinedRun {
  readonly seed: number;
  readonly outline: readonly ScenarioOutline[];
}

/** A scenario that did not come out alike in all runs: each way it came out, with the seeds of the runs. */
export interface Flake {
  readonly id: string;
  /** Seeds by what came out; `absent` where a run did not have the scenario. */
  readonly ways: ReadonlyMap<string, readonly number[]>;
}

/** Scenarios that differ between runs, in whatever order each run had them. One attempt more or less is a difference. */
export function flakesAmong(runs: readonly OutlinedRun[]): readonly Flake[] {
  const ids = new Set(runs.flatMap(({ outline }) => outline.map(({ id }) => id)));
  return [...ids].sort().flatMap((id) => {
    const ways = new Map<string, readonly number[]>();
    for (const { seed, outline } of runs) {
      const way = wayOf(outline.filter((scenario) => scenario.id === id));
      ways.set(way, [...(ways.get(way) ?? []), seed]);
    }
    return ways.size === 1 ? [] : [{ id, ways }];
  });
}

function wayOf(attempts: readonly ScenarioOutline[]): string {
  if (attempts.length === 0) return 'absent';
  return attempts
    .map(({ verdict, checks, findings }) => [verdict, ...checks, ...findings.toSorted()].join('; '))
    .join(' | ');
}
