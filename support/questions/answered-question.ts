import type { Counted } from './tally.js';

/** How far a run answers a question. */
export type QuestionState = 'answered' | 'not-answered' | 'for-people';

/** One answer that was seen, with the reading's words. */
export interface SeenAnswer extends Counted {
  /** The reading in the register's words; null where the value is the answer. */
  readonly words: string | null;
}

/** An entry of `questions.json`. Shape: `schemas/evidence/questions.schema.json`; the first four members are pinned. */
export interface AnsweredQuestion {
  readonly id: string;
  readonly question: string;
  /** The answer as a sentence, or why there is none. */
  readonly answer: string;
  /** Exchanges that prove it; at most the first 20 of each answer. */
  readonly exchangeIds: readonly string[];
  readonly state: QuestionState;
  /** True when the run saw answers that exclude each other. */
  readonly conflicting: boolean;
  readonly seen: readonly SeenAnswer[];
  readonly sources: readonly string[];
  /** Present where the entry only leads to others. */
  readonly sameAs?: readonly string[];
}

/** How many questions a run answered, and how many it left open or to people. */
export interface QuestionCounts {
  readonly answered: number;
  readonly open: number;
}
