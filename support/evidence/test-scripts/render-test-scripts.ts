import { countsInWords } from '../../contract/object-kinds.js';
import { mergeNext } from './merge-next.js';
import type { TestScript, TestScripts } from './test-script.js';

/** The test scripts still to run as a text for people, `results/test-scripts.txt`. Ends with a line break. */
export function renderTestScripts(runId: string, { shard, command, scripts }: TestScripts): string {
  if (shard !== undefined) return `Test scripts still to run after ${runId}:\n${mergeNext(shard)}\n`;
  if (scripts.length === 0) {
    return `Test scripts still to run after ${runId}: none. Every applicable row is demonstrated.\n`;
  }
  const lines = [
    `Test scripts still to run after ${runId}: ${scripts.length}.`,
    ...(command === null
      ? ['Nothing of it can be run by software; people act, then attest.']
      : ['All that software can run, with the rest taken from this pack:', `    ${command}`]),
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
    ...(calls.length === 0 ? [] : [`  Calls: ${calls.join(', ')}; creates at most ${countsInWords(creates)}`]),
    ...scenarios.flatMap(({ name, verdict, steps }) => [
      `  Scenario: ${name} (${verdict ?? 'did not run'})`,
      ...steps.map((step) => `    ${oneLine(step)}`),
    ]),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
