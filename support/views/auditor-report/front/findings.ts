import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { anchorLink, fileLink } from '../html/links.js';
import type { ShownScenario } from '../gather/shown-scenarios.js';
import { callLinks } from '../rows/call-links.js';
import { counted } from '../words/count-words.js';
import { levelBadge, markTags } from '../words/outcome-words.js';
import { disclosure } from '../html/disclosure.js';

/** Scenarios of a finding that are named before the rest is only counted. */
const longest = 5;

/** Every cause of findings and unmet checks, worst first, with how to see it again. */
export function findings(report: Report): Html {
  const { findings: causes } = report.run;
  const { lines } = report.limits;
  if (causes.length === 0)
    return markup`<p>Nothing unannounced was found: no rule was broken and every check was met.</p>`;
  const items = causes.slice(0, lines).map(({ id, level, count, message, occurrences }) => {
    const ids = occurrences.flatMap(({ exchangeId }) => exchangeId ?? []);
    const [first] = occurrences;
    const again = [first?.replay, first?.curl].filter((line) => typeof line === 'string').join('\n');
    const calls = ids.length === 0 ? null : markup` Calls: ${callLinks(ids, 5, report)}.`;
    const seenIn = [...new Set(occurrences.map(({ scenario }) => scenario))].flatMap(
      (id) => report.scenarios.get(id) ?? [],
    );
    return markup`<li>${levelBadge(level)} ${message} <code>${id}</code>, ${counted(count, 'time')}.${waived(seenIn)}${where(seenIn, report)}${calls}${again === '' ? null : disclosure('How to see it again', markup`<pre class="command">${again}</pre>`)}</li>
`;
  });
  const rest = causes.length - items.length;
  return markup`<ul class="findings">${items}</ul>${rest > 0 ? markup`<p>${counted(rest, 'more cause')} in ${fileLink('results/findings.json')}.</p>` : null}`;
}

/** In which scenarios it was seen, and of which rows. */
function where(scenarios: readonly ShownScenario[], { rows }: Report): Html | null {
  if (scenarios.length === 0) return null;
  const known = new Set(rows.map(({ anchor }) => anchor));
  const named = scenarios.slice(0, longest).map(({ result, anchor }, index) => {
    const own = result.requirements.map((row) => markup`${known.has(row) ? anchorLink(row, row) : row} `);
    const name = anchor === null ? result.name : anchorLink(anchor, result.name);
    return markup`${index === 0 ? '' : '; '}${own}${name}`;
  });
  const rest = scenarios.length - named.length;
  return markup` In: ${named}${rest > 0 ? ` and ${counted(rest, 'more scenario')}` : ''}.`;
}

/** Whether every scenario that shows it is waived, with all that stands against it. */
function waived(scenarios: readonly ShownScenario[]): Html | null {
  if (scenarios.length === 0 || !scenarios.every(({ result }) => result.marks.includes('waived'))) return null;
  return markup`${markTags(['waived'])} by whom and until when: ${anchorLink('waivers', 'Waivers')}.`;
}
