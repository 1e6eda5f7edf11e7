import type { JsonObject } from '../json/json-pointer.js';
import type { Lifecycle, Lifecycles } from '../lifecycle/lifecycle.js';
import type { Check } from '../verdict/check.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import type { Coverage, CoverageRow, KindCount } from './coverage.js';
import type { Exclusion } from './exclusions/exclusion.js';
import { judgeExclusions } from './exclusions/judge-exclusions.js';
import { rangesOf } from './lookup/place-ranges.js';
import { measureTargets, type MeasuredExchange } from './measure/measure-targets.js';
import { targetIndex } from './measure/target-index.js';
import type { TargetTally } from './measure/target-tally.js';
import { listTargets } from './targets/list-targets.js';
import { targetKindNames } from './targets/target-kinds.js';

/** What the coverage of a run is made from. */
export interface CoverageSource {
  readonly runId: string;
  readonly partial: boolean;
  /** The contract document as judged. */
  readonly document: JsonObject;
  readonly lifecycles: Lifecycles;
  readonly exclusions: readonly Exclusion[];
  /** Day of the run, `YYYY-MM-DD`; null when it is not known. */
  readonly day: string | null;
  /** Final results, one a scenario. */
  readonly results: readonly ScenarioResult[];
  readonly checks: ReadonlyMap<string, Check>;
  readonly exchanges: AsyncIterable<MeasuredExchange>;
}

/** Lists the targets, measures them in one pass over the exchanges and judges the exclusions. */
export async function coverageOf(source: CoverageSource): Promise<Coverage> {
  const { runId, partial, lifecycles, results, checks } = source;
  const tables: readonly Lifecycle[] = Object.values(lifecycles);
  const index = targetIndex(listTargets(source.document, tables));
  const beyond = await measureTargets(source.exchanges, { index, lifecycles, results, checks });
  const coverable = index.tallies.map(({ target, matched }) => ({ id: target.id, covered: matched }));
  const { exclusions, excused } = judgeExclusions(source.exclusions, coverable, source.day);
  return {
    ...{ runId, partial, exclusions, beyond },
    counts: countsOf(index.tallies, excused),
    scenarios: results.map(({ id, requirements }) => ({ id, requirements })),
    targets: index.tallies.map((tally) => rowOf(tally, excused)),
  };
}

function rowOf(tally: TargetTally, excused: ReadonlyMap<string, string>): CoverageRow {
  const { target, level, matched, direct } = tally;
  const excluded = excused.get(target.id);
  return {
    ...{ id: target.id, contract: target.contract, level },
    ...(matched && !direct ? { inferred: true } : {}),
    ...(excluded === undefined ? {} : { excluded }),
    scenarios: rangesOf(tally.scenarios),
  };
}

function countsOf(tallies: readonly TargetTally[], excused: ReadonlyMap<string, string>): readonly KindCount[] {
  return targetKindNames.map((kind) => {
    const own = tallies.filter(({ target }) => target.kind === kind);
    const count = (fits: (tally: TargetTally) => boolean): number => own.filter(fits).length;
    const excluded = count(({ target }) => excused.has(target.id));
    const matched = count((tally) => tally.matched);
    return {
      ...{ kind, targets: own.length, attempted: count((tally) => tally.attempted), matched },
      ...{ asserted: count((tally) => tally.asserted), excluded, open: own.length - matched - excluded },
    };
  });
}
