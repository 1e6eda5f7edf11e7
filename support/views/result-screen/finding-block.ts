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
  const causes = causesOf(results);
  const lines = causeLines(causes).map(([tone, text], index): Line => {
    const first = findings.slice(0, reproduced)[index]?.occurrences[0];
    const replay = first === undefined ? undefined : whole(first.replay);
    const origin = first === undefined ? undefined : originLine(causes[index], results);
    return [tone, text, [origin, first?.curl, replay].filter((line) => typeof line === 'string')];
  });
  const shown = screenBlock('Findings by cause', lines, screen, findingsFile);
  return shown.length === 0 ? [] : [...shown, `  every call and command: ${findingsFile}`];
}

/** The page that an unmet check comes from and the first call that showed a cause; what is not known is left out. */
function originLine(cause: Cause | undefined, results: DerivedRun['results']): string | undefined {
  const exchangeId = cause?.occurrences[0]?.exchangeId ?? null;
  const check = results.flatMap(({ checks }) => checks).find(({ id }) => `check:${id}` === cause?.id);
  const parts = [
    ...(check === undefined ? [] : [`by ${check.source}`]),
    ...(exchangeId === null ? [] : [`first in exchange ${exchangeId}`]),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
}

function causeLines(causes: readonly Cause[]): Line[] {
  return causes.map(({ level, count, id, message, scenarios }) => [
    levelTone[level],
    `${count} x ${level} ${id} in ${scenarios.length} scenario${scenarios.length === 1 ? '' : 's'}: ${message}`,
  ]);
}
