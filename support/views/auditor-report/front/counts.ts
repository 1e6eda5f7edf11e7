import { requirementOutcomes, scenarioVerdicts } from '../../../verdict/verdict.js';
import { countVerdicts } from '../../../evidence/summary.js';
import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { counted } from '../words/count-words.js';
import { outcomeBadge, verdictBadge } from '../words/outcome-words.js';
import { badge } from '../words/tone.js';

/** Rows by outcome and scenarios by verdict, what did not run beside what did. */
export function counts({ run, rows, plan, carried }: Report): Html {
  const verdicts = countVerdicts(run.results.map(({ verdict }) => verdict));
  // What was carried over has a result that this run did not plan.
  const missing = plan.planned === null ? 0 : Math.max(0, plan.planned + carried.size - run.results.length);
  const outcomes = requirementOutcomes.map(
    (word) => [outcomeBadge(word), rows.filter(({ result }) => result.outcome === word).length] as const,
  );
  const scenarios = scenarioVerdicts.map((word) => [verdictBadge(word), verdicts[word]] as const);
  const unfinished = [badge('planned, without a result', 'bad'), missing] as const;
  return markup`<dl class="facts"><div><dt>${counted(rows.length, 'row')}</dt><dd>${list(outcomes)}${onWord(rows)}</dd></div>
<div><dt>${counted(run.results.length + missing, 'scenario')}</dt><dd>${list([...scenarios, unfinished])}</dd></div></dl>
`;
}

/** Rows that no call demonstrates; in the counts they look like any other. */
function onWord(rows: Report['rows']): Html | null {
  const attested = rows.filter(({ result }) => result.marks.includes('attested')).map(({ asked }) => asked.id);
  if (attested.length === 0) return null;
  return markup` <span class="part">(${attested.join(', ')} by the word of a person alone)</span>`;
}

function list(entries: readonly (readonly [Html, number])[]): Html {
  const some = entries.filter(([, count]) => count > 0);
  return markup`${some.map(([word, count], index) => markup`${index === 0 ? '' : ' '}<span class="count-of"><b>${count}</b> ${word}</span>`)}`;
}
