import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { fileLink } from '../html/links.js';
import { callLinks } from '../rows/call-links.js';
import { counted } from '../words/count-words.js';
import { levelBadge } from '../words/outcome-words.js';
import { disclosure } from '../html/disclosure.js';

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
    return markup`<li>${levelBadge(level)} ${message} <code>${id}</code>, ${counted(count, 'time')}.${calls}${again === '' ? null : disclosure('How to see it again', markup`<pre class="command">${again}</pre>`)}</li>
`;
  });
  const rest = causes.length - items.length;
  return markup`<ul class="findings">${items}</ul>${rest > 0 ? markup`<p>${counted(rest, 'more cause')} in ${fileLink('results/findings.json')}.</p>` : null}`;
}
