import { shellWord } from './shell-word.js';

/** The command that runs one scenario again, for a POSIX shell. */
export function replayLine(scenarioId: string): string {
  return `axys-certify run --scenario ${shellWord(scenarioId)}`;
}
