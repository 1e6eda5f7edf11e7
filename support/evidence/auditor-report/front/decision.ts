import type { GateStep } from '../../../verdict/gate-step.js';
import type { Report } from '../gather/report.js';
import { shortList } from '../html/disclosure.js';
import { markup, type Html } from '../html/markup.js';
import { decisionWords } from '../words/decision-words.js';
import { stepBadge } from '../words/outcome-words.js';

/** Lines shown of one step before the rest has to be opened. */
const longest = 3;

/** The decision, what follows from it, and every step of the gate with what stands against it. */
export function decision({ run }: Report): Html {
  const { gate, recorded } = run;
  const { title, meaning, tone } = decisionWords[gate.decision];
  return markup`<div class="decision ${tone}"><p class="word">${title}</p>
<p>${meaning}</p>
<p><b>Why:</b> ${gate.why}.</p>
<p class="part">In the pack: ${gate.decision}, exit code ${gate.exitCode}${gate.practice ? ', practice' : ''}${gate.partial ? ', partial' : ''}${recorded.interrupted ? ', interrupted before its end' : ''}.</p></div>
<h3>What was examined, in this order</h3>
<ol class="gate">${gate.steps.map(stepItem)}</ol>
`;
}

function stepItem({ title, outcome, items }: GateStep): Html {
  const listed = items.length === 0 ? null : shortList(items, longest, 'lines, also in results/gate.json');
  return markup`<li>${stepBadge(outcome)} ${title}${listed}</li>
`;
}
