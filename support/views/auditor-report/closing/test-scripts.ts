import { mergeNext } from '../../../evidence/test-scripts/merge-next.js';
import type { TestScript } from '../../../evidence/test-scripts/test-script.js';
import { wayOnBy, type WayOn } from '../../../evidence/test-scripts/way-on.js';
import type { Report } from '../gather/report.js';
import { disclosure } from '../html/disclosure.js';
import { markup, type Html } from '../html/markup.js';
import { anchorLink, fileLink } from '../html/links.js';
import { atMostInWords } from '../../../contract/object-kinds.js';
import { outcomeBadge } from '../words/outcome-words.js';

const ways: Readonly<Record<WayOn, string>> = {
  on: 'The run was stopped. This goes on with it:',
  over: 'This runs all that software can, and takes the rest from this pack:',
  anew: 'This runs everything, once the contract is confirmed; what the present one judged is not carried into it:',
};

/** What is still to run before the matrix is whole: why, with which command, and what has to be there first. */
export function testScripts(report: Report): Html {
  const { shard, command, scripts } = report.run.testScripts;
  if (shard !== undefined) return markup`<p>${mergeNext(shard)}</p>`;
  if (scripts.length === 0) return markup`<p>Nothing is left to run.</p>`;
  const all =
    command === null
      ? markup`<p>Software can run none of it; people have to act.</p>`
      : markup`<p>${ways[wayOnBy(command)]}</p><pre class="command">${command}</pre>`;
  return markup`${all}<ul class="plain">${scripts.map((script) => scriptItem(script, report))}</ul><p>The same as data: ${fileLink('results/test-scripts.json')}.</p>`;
}

function scriptItem(
  { requirement, title, outcome, why, command, needs, scenarios, creates }: TestScript,
  { rows, limits }: Report,
): Html {
  const known = rows.some(({ anchor }) => anchor === requirement);
  const name = `${requirement} ${title}`;
  const steps = scenarios
    .slice(0, limits.stepsOfScript)
    .map((scenario) => markup`<p class="part">${scenario.name}</p><pre>${scenario.steps.join('\n')}</pre>`);
  const moves = command === null ? null : markup`<p>It creates ${atMostInWords(creates)}.</p>`;
  return markup`<li>${outcomeBadge(outcome)} ${known ? anchorLink(requirement, name) : name}: ${why}
${needs.length === 0 ? null : markup`<ul>${needs.map((need) => markup`<li>${need}</li>`)}</ul>`}
${command === null ? null : markup`<pre class="command">${command}</pre>`}${moves}${steps.length === 0 ? null : disclosure(stepsTitle(scenarios.length, steps.length), steps)}</li>
`;
}

function stepsTitle(all: number, shown: number): string {
  return shown === all ? 'Its steps' : `Its steps, of ${shown} of ${all} scenarios`;
}
