import type { Tone } from './tone.js';

/** A decision as an auditor reads it. */
export interface DecisionWords {
  /** Heading of the page: ours alone, so that no name of a Program can say what a run is not. */
  readonly heading: string;
  readonly title: string;
  /** What follows from it, in one or two sentences. */
  readonly meaning: string;
  /** The same where rows rest on a waiver; absent where `meaning` holds then too. */
  readonly waived?: string;
  readonly tone: Tone;
}
