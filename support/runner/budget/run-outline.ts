import type { Configuration } from '../../config/configuration.js';
import { defaultProfile } from '../../config/default-profile.js';
import type { Capabilities, Timing } from '../../config/profile.js';
import { addCounts, budgetKinds, type BudgetKind, type KindCounts } from '../../contract/object-kinds.js';
import type { PreparedRun } from '../prepare-run.js';

/**
 * What a run will do at most, known without a connection: `run --dry-run --json` prints it and every run writes it to
 * `plan/budget.json` before its first call. Shape: `schemas/evidence/dry-run.schema.json`.
 */
export interface RunOutline {
  readonly selection: string;
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    /** Capabilities the row needs and the Program lacks; the row is not applicable when there is one. */
    readonly lacks: readonly (keyof Capabilities)[];
    readonly scenarios: readonly string[];
  }[];
  /** How many scenarios, steps, and steps that act on the target. */
  readonly scenarios: number;
  readonly steps: number;
  readonly actions: number;
  /** Every operation that may be called, with the number of scenarios that may call it. */
  readonly calls: readonly { readonly operationId: string; readonly scenarios: number }[];
  /** The most calls of each kind that create an object or move money; every kind is present. */
  readonly creates: Readonly<Record<BudgetKind, number>>;
  /** Longest single waits, seconds, from the program profile. */
  readonly budget: Pick<Timing, 'kycSeconds' | 'depositSeconds' | 'otpSeconds'>;
  /** The scenarios in running order. */
  readonly planned: readonly {
    readonly id: string;
    readonly name: string;
    /** Capabilities the scenario needs and the Program lacks; it calls nothing when there is one. */
    readonly lacks: readonly (keyof Capabilities)[];
    readonly calls: readonly string[];
    readonly creates: KindCounts;
  }[];
}

/** Describes a prepared run. */
export function runOutline(
  configuration: Pick<Configuration, 'profile' | 'environment' | 'baseUrl'>,
  { plan, catalogue, calls }: Pick<PreparedRun, 'plan' | 'catalogue' | 'calls'>,
): RunOutline {
  const profile = configuration.profile ?? defaultProfile(configuration.environment, configuration.baseUrl);
  const { kycSeconds, depositSeconds, otpSeconds } = profile.timing;
  const lacking = (needs: readonly (keyof Capabilities)[]) => needs.filter((name) => !profile.capabilities[name]);
  const planned = plan.scenarios.map(({ id, name }) => {
    const { operations, creates, needs } = calls?.get(id) ?? { operations: [], creates: {}, needs: [] };
    const lacks = lacking(needs);
    const acts = lacks.length === 0;
    return { id, name, lacks, calls: acts ? operations : [], creates: acts ? creates : {} };
  });
  const steps = plan.scenarios.flatMap((scenario) => scenario.steps);
  const idle = new Set(planned.filter(({ lacks }) => lacks.length > 0).map(({ id }) => id));
  const acting = plan.scenarios.filter(({ id }) => !idle.has(id)).flatMap((scenario) => scenario.steps);
  return {
    selection: plan.description,
    rows: catalogue.flatMap(({ id, title, needs }) => {
      const scenarios = plan.scenarios.filter(({ requirements }) => requirements.includes(id)).map((one) => one.id);
      return scenarios.length === 0 ? [] : [{ id, title, lacks: lacking(needs), scenarios }];
    }),
    scenarios: plan.scenarios.length,
    steps: steps.length,
    actions: acting.filter(({ type }) => type !== 'outcome').length,
    calls: [...new Set(planned.flatMap((one) => one.calls))]
      .toSorted()
      .map((id) => ({ operationId: id, scenarios: planned.filter((one) => one.calls.includes(id)).length })),
    creates: everyKind(addCounts(planned.map(({ creates }) => creates))),
    budget: { kycSeconds, depositSeconds, otpSeconds },
    planned,
  };
}

function everyKind(counts: KindCounts): Readonly<Record<BudgetKind, number>> {
  const entries = budgetKinds.map((kind) => [kind, counts[kind] ?? 0] as const);
  return Object.fromEntries(entries) as Record<BudgetKind, number>;
}
