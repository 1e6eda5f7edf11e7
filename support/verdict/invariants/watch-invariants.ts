import { planFiles } from '../../evidence/plan-files.js';
import type { RecordedStreams } from '../../evidence/recorded-streams.js';
import { FactsCollector } from '../../reconciliation/facts/facts-collector.js';
import { reconcile } from '../../reconciliation/reconcile.js';
import { settingsIn } from '../../reconciliation/settings-in.js';
import { violationLevel } from '../violation-level.js';
import { allInvariants } from './all-invariants.js';
import type { Invariant, InvariantFinding, InvariantOutcome, InvariantViolation } from '../invariant.js';
import { moneyOutcomes } from './money-outcomes.js';

/** An invariant on watch, with what it has found so far. */
interface Watching {
  readonly invariant: Invariant;
  readonly watch: ReturnType<Invariant['watch']>;
  evaluated: number;
  readonly violations: InvariantViolation[];
}

/**
 * Puts all traffic of a run to every invariant, in one pass over its recording. Pure: `verify` comes to the same from the
 * pack. Throws what the readers throw.
 */
export async function watchInvariants(
  recorded: Pick<RecordedStreams, 'exchanges' | 'transitions' | 'text'>,
): Promise<readonly InvariantOutcome[]> {
  const watching = allInvariants.map((invariant): Watching => ({
    invariant,
    watch: invariant.watch(),
    evaluated: 0,
    violations: [],
  }));
  const money = new FactsCollector();
  for await (const exchange of recorded.exchanges()) {
    money.listen(exchange);
    // A replayed answer says nothing about the target.
    if (exchange.replayed === true) continue;
    for (const each of watching) note(each, each.watch.exchange?.(exchange));
  }
  for await (const transition of recorded.transitions()) {
    for (const each of watching) note(each, each.watch.transition?.(transition));
  }
  for (const each of watching) note(each, each.watch.end?.());
  const settings = settingsIn(await recorded.text(planFiles.program), planFiles.program);
  return [...watching.map(outcomeOf), ...moneyOutcomes(reconcile(money.facts, settings).reconciliation)];
}

function note(watching: Watching, found: InvariantFinding | undefined): void {
  if (found === undefined) return;
  watching.evaluated += found.evaluated;
  watching.violations.push(...found.violations);
}

function outcomeOf({ invariant, evaluated, violations }: Watching): InvariantOutcome {
  const { id, title, provenance, source } = invariant;
  return { id, title, provenance, source, level: violationLevel(invariant), evaluated, violations };
}
