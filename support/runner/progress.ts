import type { ScenarioVerdict } from '../verdict/verdict.js';

/** Tells a person how a run advances: on a terminal in one living line, elsewhere in plain lines. */
export interface Progress {
  /** Called once, with the number of planned scenarios. */
  runStarted(total: number): void;
  scenarioStarted(name: string): void;
  scenarioFinished(id: string, verdict: ScenarioVerdict): void;
  /** A wait began or polled again. `deadline` is in milliseconds since the Unix epoch, on the harness clock. */
  waiting(what: string, deadline: number): void;
  /** A line that stays. */
  note(text: string): void;
  /** Clears the living line. */
  finished(): void;
}
