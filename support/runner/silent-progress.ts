import type { Progress } from './progress.js';

/** Progress of a run that nobody watches. */
export const silentProgress: Progress = {
  runStarted: () => undefined,
  scenarioStarted: () => undefined,
  scenarioFinished: () => undefined,
  waiting: () => undefined,
  note: () => undefined,
  finished: () => undefined,
};
