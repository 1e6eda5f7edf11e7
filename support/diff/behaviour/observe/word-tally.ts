import type { MessageKind, ObservedValue } from '../observed-operation.js';
import type { SeenValue } from './message-objects.js';

/** Known words of one reading of an object. */
interface Latest {
  readonly keys: readonly string[];
  readonly exchange: string;
}

interface Tally extends Pick<ObservedValue, 'kind' | 'at' | 'value'> {
  documented: boolean;
  readonly settled: Record<string, string>;
  readonly passing: Record<string, string>;
}

/**
 * Gathers the known words of an operation. A state counts as settled when no later reading of the same object in the scenario
 * overtook it: what is seen between two readings depends on when one looks.
 */
export class WordTally {
  readonly #words = new Map<string, Tally>();
  /** By scenario and object: the states of its latest reading. */
  readonly #latest = new Map<string, Latest & { readonly scenario: string }>();

  /** Takes in the words of a message; `object` names what was read, null for a message that is no reading. */
  add(values: readonly SeenValue[], { kind, scenario, exchange, object }: Source): void {
    const states: string[] = [];
    for (const seen of values) {
      const key = JSON.stringify([kind, seen.at, seen.value]);
      const tally = this.#words.get(key) ?? {
        kind,
        at: seen.at,
        value: seen.value,
        documented: true,
        settled: {},
        passing: {},
      };
      tally.documented &&= seen.documented;
      this.#words.set(key, tally);
      if (object !== null && seen.isState && !seen.listed) states.push(key);
      else if (seen.isState && seen.listed) tally.passing[scenario] ??= exchange;
      else tally.settled[scenario] ??= exchange;
    }
    if (object !== null) this.#read(`${scenario} ${object}`, { keys: states, exchange, scenario });
  }

  /** Everything seen, in a fixed order. */
  observed(): readonly ObservedValue[] {
    for (const latest of this.#latest.values()) this.#note(latest, 'settled');
    this.#latest.clear();
    return [...this.#words]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { settled, passing, ...word }]) => {
        const only = Object.entries(passing).filter(([scenario]) => !Object.hasOwn(settled, scenario));
        return { ...word, settled, passing: Object.fromEntries(only) };
      });
  }

  #read(object: string, latest: Latest & { readonly scenario: string }): void {
    const before = this.#latest.get(object);
    if (before !== undefined) this.#note(before, 'passing');
    this.#latest.set(object, latest);
  }

  #note({ keys, exchange, scenario }: Latest & { readonly scenario: string }, as: 'settled' | 'passing'): void {
    for (const key of keys) {
      const tally = this.#words.get(key);
      if (tally !== undefined) tally[as][scenario] ??= exchange;
    }
  }
}

/** Where the words of a message come from. */
export interface Source {
  readonly kind: MessageKind;
  /** Place in the list of scenarios, as text. */
  readonly scenario: string;
  readonly exchange: string;
  readonly object: string | null;
}
