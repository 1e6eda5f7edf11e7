import { isObject, type JsonObject } from '../../json/json-pointer.js';
import type { Comparison, Details, Part } from './comparison.js';
import { memberOf, type Pair } from './pair.js';
import type { Polarity } from './polarity.js';
import type { DiffRuleId } from './rules/diff-rules.js';

/** What one aspect of an object is compared with: both sides, and where findings go. */
export class Work {
  readonly old: JsonObject;
  readonly new: JsonObject;

  constructor(
    readonly pair: Pair,
    readonly part: Part,
    readonly comparison: Comparison,
    readonly polarity: Polarity = 'same',
  ) {
    this.old = isObject(pair.old) ? pair.old : nothing;
    this.new = isObject(pair.new) ? pair.new : nothing;
  }

  /** The same work on another pair of objects. */
  on(pair: Pair): Work {
    return new Work(pair, this.part, this.comparison, this.polarity);
  }

  /** Keeps a difference; see {@link Comparison.note}. */
  note(rule: DiffRuleId, pair: Pair, details?: Details): void {
    this.comparison.note(this.part, this.polarity, rule, pair, details);
  }

  /** A member of both sides. */
  member(name: string, place?: string): Pair {
    return memberOf(this.pair, name, place);
  }
}

/** One side of an object that is compared as a whole: the members it reads, and how. */
export interface Aspect {
  readonly members: readonly string[];
  /**
   * True when something in these members may refer to a component. They are compared although they are equal, for what they
   * refer to may differ.
   */
  readonly refers?: true;
  compare(work: Work): void;
}

const nothing: JsonObject = {};
