import type { Exchange } from '../../../trace/exchange.js';
import type { ObservedTransition } from '../../../trace/recorder.js';
import { accountReading } from '../../../trace/transitions/account-reading.js';

/** One reading of the two balances of the account a deposit goes to. */
export interface BalancePoint {
  /** ISO 8601, harness clock. */
  readonly at: string;
  /** Minor units. */
  readonly ledger: number;
  readonly available: number;
  readonly exchangeId: string;
}

/** When a deposit was first seen in a state. */
export interface DepositStage {
  readonly state: string;
  readonly at: string;
  readonly exchangeId: string;
}

/** A deposit and the two balances of its account over time. */
export interface DepositCourse {
  /** `card-ID/EXCHANGE`, as in the transitions. */
  readonly id: string;
  readonly account: string;
  readonly scenario: string | null;
  readonly stages: readonly DepositStage[];
  readonly points: readonly BalancePoint[];
}

/** Readings kept of one deposit: an hour of polling shows no more than this. */
const longest = 400;

/** Follows every deposit of money: first the state changes, then the readings of the balances they move. */
export class DepositCourses {
  readonly #stages = new Map<string, { scenario: string | null; stages: DepositStage[] }>();
  readonly #points = new Map<string, (BalancePoint & { readonly scenario: string | null })[]>();

  change({ entity, entityId, to: state, scenario, at, exchangeId }: ObservedTransition): void {
    if (entity !== 'deposit' || !entityId.includes('/')) return;
    const course = this.#stages.get(entityId) ?? { scenario, stages: [] };
    this.#stages.set(entityId, course);
    course.stages.push({ state, at, exchangeId });
    this.#points.set(accountOf(entityId), []);
  }

  see(exchange: Exchange): void {
    const reading = accountReading(exchange);
    const points = this.#points.get(reading?.account ?? '');
    if (reading === null || points === undefined) return;
    const { ledger, available } = reading;
    const { startedAt: at, id: exchangeId, scenario } = exchange;
    points.push({ at, ledger, available, exchangeId, scenario });
  }

  list(): readonly DepositCourse[] {
    return [...this.#stages].map(([id, { scenario, stages }]) => {
      const account = accountOf(id);
      const points = (this.#points.get(account) ?? []).filter((point) => point.scenario === scenario);
      return { id, account, scenario, stages, points: points.slice(0, longest) };
    });
  }
}

function accountOf(depositId: string): string {
  return depositId.slice(0, depositId.indexOf('/'));
}
