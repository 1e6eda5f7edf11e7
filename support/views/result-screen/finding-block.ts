import { causesOf, type Cause } from '../../evidence/causes.js';
import type { Tone } from '../../evidence/paint.js';
import type { DerivedRun } from '../derived-run.js';
import { screenBlock, type Line, type Screen } from './screen-block.js';

/** Makes a command of the pack, which knows no place of this machine, one to be typed here. */
export type Whole = (command: string) => string;

const findingsFile = 'results/findings.json';

/** Causes shown with how to see them again. */
const reproduced = 3;

const levelTone: Readonly<Record<Cause['level'], Tone>> = {
  fail: 'bad',
  undetermined: 'bad',
  review: 'warn',
  advisory: 'quiet',
};

/** The causes, worst first; the first of them with the call and the command that show them again, which are never cut. */
export function findingBlock({ results, findings }: DerivedRun, whole: Whole, screen: Screen): string[] {
  const lines = causeLines(causesOf(results)).map(([tone, text], index): Line => {
    const first = findings.slice(0, reproduced)[index]?.occurrences[0];
    const replay = first === undefined ? undefined : whole(first.replay);
    const calls = [first?.curl, replay].filter((line) => typeof line === 'string');
    return [tone, text, calls];
  });
  const shown = screenBlock('Findings by cause', lines, screen, findingsFile);
  return shown.length === 0 ? [] : [...shown, `  every call and command: ${findingsFile}`];
}

function causeLines(causes: readonly Cause[]): Line[] {
  return causes.map(({ level, count, id, message, scenarios }) => [
    levelTone[level],
    `${count} x ${level} ${id} in ${scenarios.length} scenario${scenarios.length === 1 ? '' : 's'}: ${message}`,
  ]);
}
