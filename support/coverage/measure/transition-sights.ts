import { answerClasses } from '../../client/answer-classes.js';
import { classifyAnswer } from '../../client/classify-answer.js';
import type { Lifecycle, LifecycleName, Lifecycles, Transition } from '../../lifecycle/lifecycle.js';
import { transitionsFor } from '../../lifecycle/state-machine.js';
import { createTransitionObserver } from '../../trace/observe-transitions.js';
import type { Exchange } from '../../trace/exchange.js';
import type { ObservedTransition } from '../../trace/recorder.js';
import { isOperationEvent } from '../targets/operation-event.js';
import type { OperationShape } from '../targets/operation-shape.js';
import { addressedEntity } from './addressed-entity.js';
import { reversedAnswer } from './alterations.js';
import { isConforming } from './answer-sights.js';
import { KnownStates } from './known-states.js';
import { otherState } from './state-alteration.js';
import type { Alteration, Sight } from './sight.js';
import type { TargetIndex } from './target-index.js';

/** Answers that refuse a call for another reason than the state of its object. */
const otherReasons: ReadonlySet<string> = new Set(['key-refused', 'network-refusal']);

/** A lifecycle that an operation is an event of. */
interface KnowingTable {
  readonly table: Lifecycle;
  /** True when the operation only ever makes what was not there. */
  readonly creates: boolean;
}

/** Follows the entities of one run and says of each exchange which transitions and refusals it shows. */
export class TransitionSights {
  readonly #states: KnownStates;
  readonly #observe: (exchange: Exchange) => readonly ObservedTransition[];
  /** The tables that know a call, by its operation. */
  readonly #knowing = new Map<string, KnowingTable[]>();

  constructor(
    private readonly lifecycles: Lifecycles,
    private readonly index: TargetIndex,
  ) {
    this.#states = new KnownStates(lifecycles);
    this.#observe = createTransitionObserver(lifecycles);
    for (const table of Object.values(lifecycles)) {
      for (const event of new Set(table.transitions.map((transition) => transition.event))) {
        const creates = table.transitions.every((each) => each.event !== event || each.from === 'none');
        this.#knowing.set(event, [...(this.#knowing.get(event) ?? []), { table, creates }]);
      }
    }
  }

  /** Takes the exchanges of a run in recorded order. */
  see(exchange: Exchange, shape: OperationShape): readonly Sight[] {
    const knowing = this.#knowing.get(shape.operationId) ?? [];
    const called = knowing.flatMap((each) => this.#called(exchange, shape, each));
    const transitions = this.#observe(exchange);
    const settled = this.#states.see(exchange, transitions);
    return [
      ...called,
      ...settled.flatMap(([entity, state]) => this.#mayHappen(this.lifecycles[entity], state)),
      ...transitions.flatMap((transition) => this.#happened(exchange, transition)),
    ];
  }

  /** A call that the table knows: what it may cause in the state its object is known to be in, or that it is refused there. */
  #called(exchange: Exchange, shape: OperationShape, { table, creates }: KnowingTable): readonly Sight[] {
    const event = shape.operationId;
    const state = creates ? 'none' : this.#stateBefore(exchange, shape, table.name);
    if (state === null) return [];
    const attempts = transitionsFor(table, state, event).map((transition) => this.#allowed(table.name, transition));
    const refusal = this.index.byId(`transition-refused:${table.name}:${state}+${event}`);
    const refused = {
      tally: refusal,
      matched: isConforming(exchange) && isRefusal(exchange),
      alteration: reversedAnswer,
    };
    return [...attempts.map((tally) => ({ tally, matched: false, alteration: null })), refused].flatMap(known);
  }

  #stateBefore(exchange: Exchange, shape: OperationShape, entity: LifecycleName): string | null {
    const id = addressedEntity(exchange, shape, entity);
    return id === null ? null : this.#states.stateOf(entity, id);
  }

  /** What the platform may do by itself to an entity that is known to be in a state. */
  #mayHappen(table: Lifecycle, state: string): readonly Sight[] {
    return table.transitions
      .filter(({ from, event }) => !isOperationEvent(event) && (from === state || from === '*'))
      .map((transition) => ({ tally: this.#allowed(table.name, transition), matched: false, alteration: null }))
      .flatMap(known);
  }

  #happened(exchange: Exchange, { entity, transition, to, collapsed }: ObservedTransition): readonly Sight[] {
    const table = this.lifecycles[entity];
    const event = table.transitions.find(({ id }) => id === transition)?.event;
    // The answer of the call itself proves the change where nothing shows the state.
    const proofs: Alteration[] = [otherState(table, to), ...(event === exchange.operationId ? [reversedAnswer] : [])];
    const tally = this.index.byId(`transition-allowed:${entity}:${transition}`);
    const matched = isConforming(exchange);
    return proofs
      .map((alteration) => ({ tally, matched, alteration, ...(collapsed ? { inferred: true as const } : {}) }))
      .flatMap(known);
  }

  #allowed(entity: LifecycleName, { id }: Transition) {
    return this.index.byId(`transition-allowed:${entity}:${id}`);
  }
}

/** A refusal that can only be about the state or the data of a valid call with good credentials. */
function isRefusal(exchange: Exchange): boolean {
  const answer = classifyAnswer(exchange);
  const ordinary = exchange.expectedInvalid === null && exchange.identity === 'program';
  return ordinary && answerClasses[answer].says === 'no' && !otherReasons.has(answer);
}

/** Leaves out what the plan does not list, such as a transition outside the table. */
function known(sight: Omit<Sight, 'tally'> & { readonly tally: Sight['tally'] | undefined }): Sight[] {
  return sight.tally === undefined ? [] : [{ ...sight, tally: sight.tally }];
}
