import { provenances, type Provenance } from '../../../judgement/provenance.js';
import type { ExchangePair } from '../behaviour-change.js';
import type { ObservedCheck, ObservedScenario } from '../observed-behaviour.js';
import { hasRun } from './compared-runs.js';
import type { RawVerdictChange } from './raw-verdict-change.js';
import { checkRule } from './verdict-tables.js';

/** A check in both runs; null where it did not run. */
export interface CheckPair {
  /** Id, with a count where a scenario makes the same check more than once. */
  readonly id: string;
  readonly old: ObservedCheck | null;
  readonly new: ObservedCheck | null;
}

/** Compares how the checks of a scenario ended that both runs ran. */
export function compareChecks(old: ObservedScenario, next: ObservedScenario): readonly RawVerdictChange[] {
  if (!hasRun(old) || !hasRun(next)) return [];
  return checkPairs(old, next).flatMap((pair) => {
    const [before, after] = [pair.old, pair.new];
    if (before === null || after === null) {
      // A scenario that ended differently stopped elsewhere: the checks it did not reach say nothing more.
      return old.verdict === next.verdict ? [oneSided(pair, old.id)] : [];
    }
    if (before.outcome === after.outcome) return [];
    const rule = checkRule(before.outcome, after.outcome, stronger(before.provenance, after.provenance));
    const place = `check ${pair.id} of ${old.id}`;
    return [
      {
        ...{
          rule,
          place,
          key: '',
          before: before.outcome,
          after: after.outcome,
          operationId: null,
          scenarios: [old.id],
        },
        ...{ subject: 'check' as const, id: pair.id, exchanges: tellingPair(before, after) },
        aspects: [before.outcome, after.outcome].map((word) => `${place} ${word}`),
      },
    ];
  });
}

/** The checks of a scenario side by side, in the order of the old run. */
export function checkPairs(old: ObservedScenario, next: ObservedScenario): readonly CheckPair[] {
  const [before, after] = [counted(old.checks), counted(next.checks)];
  return [...new Set([...before.keys(), ...after.keys()])].map((id) => ({
    ...{ id, old: before.get(id) ?? null, new: after.get(id) ?? null },
  }));
}

/** The first answers of a check that differ in form; else the last of each, which decided. */
export function tellingPair(old: ObservedCheck, next: ObservedCheck): ExchangePair {
  const place = old.answers.findIndex(
    ({ form }, at) => next.answers[at] !== undefined && next.answers[at].form !== form,
  );
  return {
    old: (old.answers[place] ?? old.answers.at(-1))?.exchange ?? null,
    new: (next.answers[place] ?? next.answers.at(-1))?.exchange ?? null,
  };
}

function oneSided({ id, old, new: next }: CheckPair, scenario: string): RawVerdictChange {
  const place = `check ${id} of ${scenario}`;
  return {
    ...{ rule: old === null ? 'check-added' : 'check-removed', place, key: '', before: null, after: null },
    ...{ operationId: null, scenarios: [scenario], subject: 'check', id, aspects: [`there ${place}`] },
    exchanges: { old: old?.answers.at(-1)?.exchange ?? null, new: next?.answers.at(-1)?.exchange ?? null },
  };
}

function counted(checks: readonly ObservedCheck[]): ReadonlyMap<string, ObservedCheck> {
  const found = new Map<string, ObservedCheck>();
  for (const check of checks) {
    let [id, times] = [check.id, 1];
    while (found.has(id)) id = `${check.id} (${String((times += 1))})`;
    found.set(id, check);
  }
  return found;
}

function stronger(one: Provenance, other: Provenance): Provenance {
  return provenances.indexOf(one) <= provenances.indexOf(other) ? one : other;
}
