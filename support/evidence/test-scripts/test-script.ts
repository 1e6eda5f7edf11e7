import type { KindCounts } from '../../contract/object-kinds.js';
import type { RequirementResult } from '../../verdict/requirement-result.js';
import type { ScenarioVerdict } from '../../verdict/verdict.js';

/** A scenario of a test script with what became of it in this run. */
export interface ScriptScenario {
  readonly id: string;
  readonly name: string;
  /** Null when it did not run. */
  readonly verdict: ScenarioVerdict | null;
  /** The Gherkin steps, keyword included. */
  readonly steps: readonly string[];
}

/** What a row that is not demonstrated still needs: one entry of `results/test-scripts.json`. */
export interface TestScript extends Pick<RequirementResult, 'title' | 'level' | 'outcome'> {
  /** The row, such as TM-25. */
  readonly requirement: string;
  /** Why it is not demonstrated. */
  readonly why: string;
  /**
   * The command that runs just this and takes the rest from this pack, or, where it waits for another contract, alone; null where only
   * people can act.
   */
  readonly command: string | null;
  /** What must be there before it can succeed, one sentence each. */
  readonly needs: readonly string[];
  readonly scenarios: readonly ScriptScenario[];
  /** Operations the scenarios may call, sorted. */
  readonly calls: readonly string[];
  /** The most they may create and move. */
  readonly creates: KindCounts;
}

/** A part of a divided run: the `index`-th, counted from 1, of `of`. */
export interface ShardPlace {
  readonly index: number;
  readonly of: number;
}

/** `results/test-scripts.json`: everything that is still to run before the matrix is whole. */
export interface TestScripts {
  /** Only in a shard, which knows nothing of the others: what is left is said by the run that all of them are merged into. */
  readonly shard?: ShardPlace;
  /**
   * The command that runs all that software can (with the rest taken from this pack, or, where a row waits for another contract, as a
   * whole), or goes on with a stopped run; null when there is nothing for software.
   */
  readonly command: string | null;
  /** In the order of the matrix; empty when nothing is missing. */
  readonly scripts: readonly TestScript[];
}
