import { addCounts, budgetKindOf, type BudgetKind, type KindCounts } from '../../contract/object-kinds.js';
import type { Contract } from '../../contract/contract.js';
import { budgetMessages } from '../../messages/budget-messages.js';
import { errorsOf } from '../../messages/coded-error.js';
import type { Exchange } from '../../trace/exchange.js';
import type { ScenarioCalls } from './scenario-calls.js';

const overdrawn = errorsOf(budgetMessages, 'harnessError');

/** What a budget is made of. */
export interface BudgetOptions {
  /** Null while the table itself is being written: nothing is limited then. */
  readonly table: ReadonlyMap<string, Pick<ScenarioCalls, 'creates'>> | null;
  /** Our own contract: a document given by AXYS_CONTRACT does not say what its operations create. */
  readonly contract: Pick<Contract, 'operations'>;
}

/**
 * Counts what the scenarios of a run create and move, and refuses what is not in the table of calls. Every try counts,
 * accepted or not: nobody knows what a refusal or a lost answer left behind. Only a 429 gives its place back, because the
 * call was turned away before it was looked at (docs/pagination-filtering-and-rate-limits).
 */
export class ObjectBudget {
  private readonly drawn = new Map<string, Map<BudgetKind, number>>();

  constructor(private readonly options: BudgetOptions) {}

  /** Takes one place before a call leaves. Throws BGT-101 when the scenario has none left; the call is not sent then. */
  draw(scenarioId: string, operationId: string): void {
    const kind = this.kindOf(operationId);
    if (kind === null) return;
    const budget = this.limit(scenarioId, kind);
    if (this.count(scenarioId, kind) >= budget) {
      throw overdrawn('BGT-101', { scenario: scenarioId, budget, kind, operationId });
    }
    this.add(scenarioId, kind, 1);
  }

  /** Looks at how a call ended whose place was drawn: one that was turned away gives it back. */
  settle(exchange: Exchange): void {
    if (exchange.scenario !== null && !counts(exchange)) this.forget(exchange.scenario, exchange.operationId);
  }

  /**
   * Counts a call that an earlier process of this run made, read back from its record. The calls of a scenario that is
   * continued are counted so once, and not drawn again when their recorded answers are handed to its steps.
   */
  recall(exchange: Exchange): void {
    const kind = this.kindOf(exchange.operationId ?? '');
    if (exchange.scenario === null || kind === null || !counts(exchange)) return;
    this.add(exchange.scenario, kind, 1);
  }

  /** What a scenario has drawn so far. */
  of(scenarioId: string): KindCounts {
    return addCounts([Object.fromEntries(this.drawn.get(scenarioId) ?? [])]);
  }

  private forget(scenarioId: string, operationId: string | null): void {
    const kind = this.kindOf(operationId ?? '');
    if (kind !== null && this.count(scenarioId, kind) > 0) this.add(scenarioId, kind, -1);
  }

  private kindOf(operationId: string): BudgetKind | null {
    const operation = this.options.contract.operations.get(operationId);
    return operation === undefined ? null : budgetKindOf(operation);
  }

  private limit(scenarioId: string, kind: BudgetKind): number {
    const { table } = this.options;
    return table === null ? Number.POSITIVE_INFINITY : (table.get(scenarioId)?.creates[kind] ?? 0);
  }

  private count(scenarioId: string, kind: BudgetKind): number {
    return this.drawn.get(scenarioId)?.get(kind) ?? 0;
  }

  private add(scenarioId: string, kind: BudgetKind, by: number): void {
    const kinds = this.drawn.get(scenarioId) ?? new Map<BudgetKind, number>();
    this.drawn.set(scenarioId, kinds.set(kind, this.count(scenarioId, kind) + by));
  }
}

/** True for a call that may have left something on the target. What a server of ours replayed left nothing there. */
function counts({ response, replayed }: Exchange): boolean {
  return replayed !== true && response?.status !== 429;
}
