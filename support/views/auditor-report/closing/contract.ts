import { ruleEffects, type RuleChange, type RuleEffect } from '../../../contract/contract-changes.js';
import { planFiles } from '../../../evidence/plan-files.js';
import type { Report } from '../gather/report.js';
import { disclosure } from '../html/disclosure.js';
import { fileLink } from '../html/links.js';
import { markup, type Html } from '../html/markup.js';
import { table } from '../html/table.js';
import { counted } from '../words/count-words.js';
import { badge, type Tone } from '../words/tone.js';

const tones: Readonly<Record<RuleEffect, Tone>> = { weaker: 'bad', stronger: 'good', neutral: 'quiet' };

/** What each effect means, for the reader. */
const meanings: Readonly<Record<RuleEffect, string>> = {
  weaker: 'something passes that the published rule would not let pass, or nothing here can tell',
  stronger: 'less passes, or what does not pass weighs more',
  neutral: 'nothing that is judged changes',
};

/** In what the contract that judged differs from the published one, what became weaker first, each with both values. */
export function contract({ run, plan, limits }: Report): Html {
  const { contractChanges } = run;
  if (contractChanges === null)
    return markup`<p>The run was judged by the contract of the build, as it stands in ${fileLink(planFiles.contract)}.</p>`;
  const { published, judged, changes } = contractChanges;
  const of = (effect: RuleEffect): readonly RuleChange[] => changes.filter((change) => change.effect === effect);
  return markup`<p>Whoever ran this gave a document that changes the contract: contract ${published.version}, SHA-256 <code>${published.sha256}</code>, was published with the build; ${fileLink(planFiles.contract)}, SHA-256 <code>${judged.sha256}</code>, judged. ${fileLink(planFiles.contractChanges)} lists every difference; <code>axys-certify verify</code> works them out again.${plan.overlay ? markup` The overlay itself is ${fileLink(planFiles.overlay)}.` : null}</p>
<ul>${ruleEffects.map((effect) => markup`<li>${badge(effect, tones[effect])} ${counted(of(effect).length, 'difference')}: ${meanings[effect]}</li>`)}</ul>${saidConfirmed(changes)}
${shown('weaker', of('weaker'), limits.lines)}${shown('stronger', of('stronger'), limits.lines)}`;
}

/** What the run was allowed to call, or judged by, on the word of whoever ran it alone. */
function saidConfirmed(changes: readonly RuleChange[]): Html | null {
  const marked = changes.filter(({ at, judged }) => at.judged.endsWith('/x-provenance') && judged === 'confirmed');
  if (marked.length === 0) return null;
  const operations = [...new Set(marked.flatMap((change) => change.operations))].sort();
  return markup`
<p><b>Said to be confirmed by the platform:</b> ${counted(marked.length, 'thing')} that the public pages do not say${operations.length === 0 ? '' : markup`, in <span class="data">${operations.join(', ')}</span>`}. That is the word of whoever ran this; the platform knows whether it confirmed them.</p>`;
}

function shown(effect: RuleEffect, changes: readonly RuleChange[], most: number): Html | null {
  if (changes.length === 0) return null;
  const rest = changes.length - most;
  const listed = markup`${table({
    caption: effect === 'weaker' ? 'Rules that are weaker than published' : 'Rules that are stronger than published',
    look: 'fixed rules',
    columns: ['What changed', 'Published', 'Judged by', 'Known as', 'Operations'],
    rows: changes.slice(0, most).map(changeRow),
  })}${rest > 0 ? markup`<p>and ${rest} more, in ${fileLink(planFiles.contractChanges)}.</p>` : null}`;
  return effect === 'weaker'
    ? listed
    : disclosure(counted(changes.length, 'rule that is', 'rules that are') + ' stronger', listed);
}

function changeRow({ words, published, judged, provenance, operations }: RuleChange): { cells: Html[] } {
  return {
    cells: [
      markup`<span class="data">${words}</span>`,
      value(published),
      value(judged),
      markup`${provenance}`,
      markup`<span class="data">${operations.length === 0 ? 'none' : operations.join(', ')}</span>`,
    ],
  };
}

function value(text: string | null): Html {
  return text === null ? markup`nothing` : markup`<span class="data">${text}</span>`;
}
