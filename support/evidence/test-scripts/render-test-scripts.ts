import { atMostInWords } from '../../contract/object-kinds.js';
import { rulesInWords } from '../../verdict/softened/weaker-rules.js';
import { rowsOnWaivers } from '../../verdict/waivers/waivers-in-use.js';
import type { DecidedRun } from '../decided-run.js';
import { mergeNext } from './merge-next.js';
import type { TestScript, TestScripts } from './test-script.js';
import { wayOnBy, type WayOn } from './way-on.js';

const ways: Readonly<Record<WayOn, string>> = {
  on: 'The run was stopped. This goes on with it:',
  over: 'All that software can run, with the rest taken from this pack:',
  anew: 'Everything, once the contract is confirmed; what the present one judged is not carried into it:',
};

/**
 * The test scripts still to run as a text for people, `results/test-scripts.txt`. Rows that a waiver covers are not among
 * them, and the text says so, as it does where the contract that judged is weaker than the published one. Ends with a line break.
 */
export function renderTestScripts(
  runId: string,
  { shard, command, scripts }: TestScripts,
  { waivers, contractChanges }: Pick<DecidedRun, 'waivers' | 'contractChanges'>,
): string {
  if (shard !== undefined) return `Test scripts still to run after ${runId}:\n${mergeNext(shard)}\n`;
  const onWaivers = rowsOnWaivers(waivers);
  const waived = onWaivers === null ? null : `${oneLine(onWaivers)}.`;
  const softened = rulesInWords(contractChanges);
  const judged = softened === null ? '' : ` All that is ${oneLine(softened)}.`;
  if (scripts.length === 0) {
    return `Test scripts still to run after ${runId}: none. ${waived === null ? 'Every applicable row is demonstrated.' : `${waived} Every other applicable row is demonstrated.`}${judged}\n`;
  }
  const lines = [
    `Test scripts still to run after ${runId}: ${scripts.length}.`,
    ...(waived === null ? [] : [`Not among them: ${waived}`]),
    ...(softened === null ? [] : [`What is demonstrated is ${oneLine(softened)}.`]),
    ...(command === null
      ? ['Nothing of it can be run by software; people act, then attest.']
      : [
          ways[wayOnBy(command)],
          `    ${command}`,
          'Add the flags this run was given, such as --env-file, --program and --out.',
        ]),
    ...scripts.flatMap((script) => ['', ...linesOf(script)]),
  ];
  return `${lines.join('\n')}\n`;
}

function linesOf({
  requirement,
  title,
  level,
  outcome,
  why,
  command,
  needs,
  scenarios,
  calls,
  creates,
}: TestScript): string[] {
  return [
    `${requirement} ${title} (${level}, ${outcome})`,
    `  Why: ${oneLine(why)}`,
    ...(command === null ? ['  Run: nothing; this is for people'] : [`  Run: ${command}`]),
    ...needs.map((need) => `  Needs: ${oneLine(need)}`),
    ...(calls.length === 0 ? [] : [`  Calls: ${calls.join(', ')}; creates ${atMostInWords(creates)}`]),
    ...scenarios.flatMap(({ name, verdict, steps }) => [
      `  Scenario: ${name} (${verdict ?? 'did not run'})`,
      ...steps.map((step) => `    ${oneLine(step)}`),
    ]),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
