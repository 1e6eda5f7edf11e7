import type { ObservedBehaviour } from '../observed-behaviour.js';
import type { BehaviourRuleId } from '../rules/behaviour-rules.js';
import type { Durations, ObservedStage } from '../timing.js';
import type { ComparedRuns } from './compared-runs.js';
import type { OperationPair } from './operation-pairs.js';
import type { RawBehaviourChange } from './raw-change.js';

/** When a longer time is a difference: all three must hold, and the new median lies above nine in ten of before. */
interface Threshold {
  /** Fewest occurrences on each side. */
  readonly count: number;
  readonly ratio: number;
  /** Least difference of the medians, in the unit of the durations. */
  readonly floor: number;
}

const operationThreshold: Threshold = { count: 5, ratio: 2, floor: 250 };
const stageThreshold: Threshold = { count: 3, ratio: 2, floor: 30 };

/** Compares how long the calls of an operation took (milliseconds). */
export function compareDurations({ operationId, old, new: next }: OperationPair): readonly RawBehaviourChange[] {
  const [before, after] = [old?.duration ?? null, next?.duration ?? null];
  if (before === null || after === null) return [];
  const place = operationId;
  const rules = ['operation-slower', 'operation-faster'] as const;
  return timed(before, after, { place, operationId, rules, threshold: operationThreshold, unit: 'ms' });
}

/** Compares how long the target stayed in each state (seconds of its own clock), and which steps were seen at all. */
export function compareStages({ old, new: next, sameSelection }: ComparedRuns): readonly RawBehaviourChange[] {
  const [before, after] = [stagesOf(old.behaviour), stagesOf(next.behaviour)];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((place) => {
    const [one, other] = [before.get(place), after.get(place)];
    const rules = ['stage-slower', 'stage-faster'] as const;
    if (one !== undefined && other !== undefined)
      return timed(one, other, { place, operationId: null, rules, threshold: stageThreshold, unit: 's' });
    return sameSelection ? seen(place, one, other) : [];
  });
}

interface Timed {
  readonly place: string;
  readonly operationId: string | null;
  readonly rules: readonly [slower: BehaviourRuleId, faster: BehaviourRuleId];
  readonly threshold: Threshold;
  readonly unit: string;
}

function timed(
  old: Durations,
  next: Durations,
  { place, operationId, rules, threshold, unit }: Timed,
): RawBehaviourChange[] {
  const slower = isSlower(old, next, threshold);
  if (!slower && !isSlower(next, old, threshold)) return [];
  const text = ({ median, p90, count }: Durations) =>
    `${median} ${unit} (nine in ten at most ${p90} ${unit}, ${count} times)`;
  return [
    {
      ...{ rule: slower ? rules[0] : rules[1], place, key: '', before: text(old), after: text(next), measured: true },
      ...{ operationId, scenarios: [], exchanges: { old: old.slowest, new: next.slowest } },
      aspects: [`time of ${place}`],
    },
  ];
}

function isSlower(old: Durations, next: Durations, { count, ratio, floor }: Threshold): boolean {
  if (old.count < count || next.count < count) return false;
  return next.median > old.p90 && next.median >= ratio * old.median && next.median - old.median >= floor;
}

function seen(place: string, old: ObservedStage | undefined, next: ObservedStage | undefined): RawBehaviourChange[] {
  const stage = old ?? next;
  // What was seen once or twice may as well fall between two readings.
  if (stage === undefined || stage.count < stageThreshold.count) return [];
  return [
    {
      ...{
        rule: old === undefined ? 'stage-now-seen' : 'stage-no-longer-seen',
        place,
        key: '',
        before: null,
        after: null,
      },
      ...{ operationId: null, scenarios: [] },
      exchanges: { old: old?.slowest ?? null, new: next?.slowest ?? null },
      aspects: [`stage ${place}`],
    },
  ];
}

function stagesOf({ stages }: ObservedBehaviour): ReadonlyMap<string, ObservedStage> {
  return new Map(
    stages.map((stage) => [`${stage.lifecycle} from ${stage.from} to ${stage.to} (${stage.transition})`, stage]),
  );
}
