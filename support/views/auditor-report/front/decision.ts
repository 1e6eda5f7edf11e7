import { toConfirm } from '../../../evidence/origin/to-confirm.js';
import type { RuleChange } from '../../../contract/contract-changes.js';
import { notArising, type GateStep } from '../../../verdict/gate-step.js';
import { ruleBriefly, weakerRules } from '../../../verdict/softened/weaker-rules.js';
import type { WaiverState } from '../../../verdict/waivers/waiver-state.js';
import { briefly, waiversInUse } from '../../../verdict/waivers/waivers-in-use.js';
import type { Report } from '../gather/report.js';
import { shortList } from '../html/disclosure.js';
import { anchorLink } from '../html/links.js';
import { markup, type Html } from '../html/markup.js';
import { decisionInWords } from '../words/decision-in-words.js';
import { notArisingBadge, stepBadge } from '../words/outcome-words.js';

/** Lines shown of one step before the rest has to be opened. */
const longest = 3;

/** The decision, what follows from it, and every step of the gate with what stands against it. */
export function decision({ run }: Report): Html {
  const { gate, recorded } = run;
  const inUse = waiversInUse(run.waivers);
  const softened = weakerRules(run.contractChanges);
  const { title, meaning, tone } = decisionInWords(run);
  return markup`<div class="decision ${tone}"><p class="word">${title}</p>
<p>${meaning}${toAsk(run)}</p>${waived(inUse)}${weaker(softened)}
<p><b>Why:</b> ${gate.why}.</p>
<p class="part">In the pack: ${gate.decision}, exit code ${gate.exitCode}${gate.practice ? ', practice' : ''}${gate.partial ? ', partial' : ''}${recorded.interrupted ? ', interrupted before its end' : ''}.</p></div>
<h3>What was examined at the end of the run, by the harness, in this order</h3>
${whatFails(run)}<ol class="gate">${gate.steps.map(stepItem)}</ol>
`;
}

/** Where it says what to ask the platform for; a run on another target has nothing to ask for. */
function toAsk({ origin }: Report['run']): Html | null {
  return toConfirm(origin).length === 0 ? null : markup` ${anchorLink('confirm', 'What to ask the platform for')}.`;
}

/** What the decision goes by although it does not hold: which row, by whom, until when. */
function waived(inUse: readonly WaiverState[]): Html | null {
  if (inUse.length === 0) return null;
  const lines = inUse.map((waiver) => markup`<span class="data">${briefly(waiver)}</span>`);
  return markup`
<p><b>Does not hold, and is waived:</b></p>${shortList(lines, longest, 'waiver')}<p>See ${anchorLink('waivers', 'Waivers')}.</p>`;
}

/** Which published rules did not judge as they are published. */
function weaker(rules: readonly RuleChange[]): Html | null {
  if (rules.length === 0) return null;
  const lines = rules.slice(0, longest).map((rule) => markup`<span class="data">${ruleBriefly(rule)}</span>`);
  const rest = rules.length - lines.length;
  return markup`
<p><b>Weaker here than in the published contract:</b></p>${shortList(lines, longest, 'rule')}<p>${rest > 0 ? `And ${String(rest)} more. ` : ''}See ${anchorLink('contract', 'The contract that judged')}.</p>`;
}

/** The steps that do not hold, each with a link to where it stands in the list; null where all hold. */
function whatFails({ gate, findings }: Report['run']): Html | null {
  const failing = gate.steps.filter(({ outcome }) => outcome === 'failed');
  if (failing.length === 0) return null;
  const found = findings.length === 0 ? null : markup` What was found: ${anchorLink('findings', 'Findings')}.`;
  return markup`<p>${stepBadge('failed')} ${failing.map(({ id, title }, index) => markup`${index === 0 ? '' : '; '}${anchorLink(`step-${id}`, title)}`)}.${found}</p>
`;
}

function stepItem({ id, title, outcome, items }: GateStep): Html {
  const listed = items.length === 0 ? null : shortList(items, longest, 'line', ', also in results/gate.json');
  const about = outcome === 'passed' && title.startsWith(notArising) ? title.slice(notArising.length) : null;
  const said = about === null ? markup`${stepBadge(outcome)} ${title}` : markup`${notArisingBadge} ${about}`;
  return markup`<li id="step-${id}">${said}${listed}</li>
`;
}
