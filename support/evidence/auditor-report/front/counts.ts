import { requirementOutcomes, scenarioVerdicts } from '../../../verdict/verdict.js';
import { countVerdicts } from '../../summary.js';
import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { outcomeBadge, verdictBadge } from '../words/outcome-words.js';

/** Rows by outcome and scenarios by verdict, what did not run beside what did. */
export function counts({ run, rows, plan }: Report): Html {
  const verdicts = countVerdicts(run.results.map(({ verdict }) => verdict));
  const missing = plan.planned === null ? 0 : plan.planned - run.results.length;
  const outcomes = requirementOutcomes.map(
    (word) => [outcomeBadge(word), rows.filter(({ result }) => result.outcome === word).length] as const,
  );
  const scenarios = scenarioVerdicts.map((word) => [verdictBadge(word), verdicts[word]] as const);
  return markup`<div class="counts"><div><h3>${rows.length} rows</h3>${list(outcomes)}</div>
<div><h3>${run.results.length} scenarios</h3>${list(scenarios)}${missing > 0 ? markup`<p><b>${missing} planned scenarios have no result.</b></p>` : null}</div></div>
`;
}

function list(entries: readonly (readonly [Html, number])[]): Html {
  return markup`<ul class="plain">${entries.filter(([, count]) => count > 0).map(([word, count]) => markup`<li><b class="number">${count}</b> ${word}</li>`)}</ul>`;
}
