import type { Exchange } from '../../../trace/exchange.js';
import type { ObservedTransition } from '../../../trace/recorder.js';
import { DurationTally, type ObservedStage } from '../timing.js';

type Step = Pick<ObservedTransition, 'entity' | 'from' | 'to' | 'transition'> & {
  readonly enteredBy: string;
  readonly leftBy: string;
};

/**
 * Measures how long the target stayed in a state before it went on by itself: from the exchange that first showed the state to
 * the one that first showed the next, on the clock of the target's answers (header Date, whole seconds). What the client set
 * off, and what was not seen itself, is no stage.
 */
export class StageTally {
  readonly #steps: Step[] = [];
  readonly #entered = new Map<string, string>();
  /** Exchange to the time of its answer, in milliseconds; null until it comes by. */
  readonly #times = new Map<string, number | null>();

  /** `setOff` says whether a transition happens because a client calls something. */
  constructor(private readonly setOff: (lifecycle: string, transition: string) => boolean) {}

  /** Takes in a transition, in the order they were observed, all of them before the first exchange. */
  transition(step: ObservedTransition): void {
    // It was over before: another exchange had shown the state it led to.
    if (step.explains !== undefined) return;
    const { entity, entityId, from, to, transition, exchangeId } = step;
    const object = `${entity} ${entityId}`;
    const enteredBy = this.#entered.get(object);
    this.#entered.set(object, exchangeId);
    const seen = !step.collapsed && enteredBy !== undefined && enteredBy !== exchangeId;
    if (!seen || from === 'none' || this.setOff(entity, transition)) return;
    this.#steps.push({ entity, from, to, transition, enteredBy, leftBy: exchangeId });
    for (const id of [enteredBy, exchangeId]) this.#times.set(id, null);
  }

  /** Takes the time of an exchange that a stage needs. */
  exchange({ id, response }: Exchange): void {
    if (!this.#times.has(id)) return;
    const time = Date.parse(response?.headers['date'] ?? '');
    if (Number.isFinite(time)) this.#times.set(id, time);
  }

  observed(): readonly ObservedStage[] {
    const stages = new Map<string, { readonly step: Step; readonly tally: DurationTally }>();
    for (const step of this.#steps) {
      const [from, to] = [this.#times.get(step.enteredBy) ?? null, this.#times.get(step.leftBy) ?? null];
      if (from === null || to === null || to < from) continue;
      const key = `${step.entity} ${step.transition} ${step.from} ${step.to}`;
      const stage = stages.get(key) ?? { step, tally: new DurationTally() };
      stages.set(key, stage);
      stage.tally.add((to - from) / 1000, step.leftBy);
    }
    return [...stages]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, { step, tally }]) => {
        const durations = tally.durations();
        const { entity, transition, from, to } = step;
        return durations === null ? [] : [{ lifecycle: entity, transition, from, to, ...durations }];
      });
  }
}
