import { replayLine } from '../../../evidence/reproduce/replay-line.js';
import type { ScenarioResult } from '../../../verdict/scenario-result.js';
import { incidentsOf } from '../../../evidence/causes.js';
import type { Report } from '../gather/report.js';
import type { ShownScenario } from '../gather/shown-scenarios.js';
import { disclosure } from '../html/disclosure.js';
import { markup, type Html } from '../html/markup.js';
import { fileLink } from '../html/links.js';
import { ageWords, carriedWords } from '../words/carried-words.js';
import { counted, duration, moment } from '../words/count-words.js';
import { levelBadge, markTags, verdictBadge } from '../words/outcome-words.js';
import { checksTable } from './checks-table.js';
import { gherkinOf } from './gherkin.js';
import { timeline } from './timeline.js';

/**
 * A scenario to open: what stands against it, its Gherkin, its timeline, its checks, and how to see it again.
 * `shownChecks` are those the row above shows already.
 */
export function scenarioDetails(
  { result, anchor }: ShownScenario,
  report: Report,
  shownChecks: ReadonlySet<string>,
): Html {
  const checks = result.checks.filter(({ id }) => !shownChecks.has(id));
  const { name, verdict, marks, exchangeIds, durationMs } = result;
  const from = report.carried.get(result.id) ?? null;
  const summary = markup`${verdictBadge(verdict)} <b>${name}</b>${markTags(marks)} <span class="when">${counted(exchangeIds.length, 'call')}, ${duration(durationMs)}${from === null ? '' : `, ${ageWords(from)}`}</span>`;
  const content = markup`<div id="${anchor ?? ''}" class="scenario-body">
<p>${result.reason}. Began ${moment(result.startedAt)}${result.attempt > 1 ? `, attempt ${result.attempt}` : ''}.</p>${
    from === null
      ? null
      : markup`
<p><b>Not run this time.</b> Result and calls are taken from ${carriedWords(from)}${from.folder === null ? null : markup`; as recorded there in ${fileLink(`${from.folder}exchanges/exchanges.ndjson`)}`}.</p>`
  }
${against(result)}${gherkin(result, report)}
<p class="part">Timeline of calls and states</p>${timeline(result, report)}
${checks.length === 0 ? null : checksTable(`Further checks of this scenario: ${name}`, checks, report)}
<p class="part">See it again</p><pre class="command">${replayLine(result.id)}</pre></div>`;
  return disclosure(summary, content, `scenario ${verdict === 'pass' ? 'quiet' : 'loud'}`);
}

function against(result: ScenarioResult): Html | null {
  const incidents = incidentsOf(result);
  if (incidents.length === 0 && result.problem === null) return null;
  const items = incidents.map(
    ({ level, message, exchangeId }) =>
      markup`<li>${levelBadge(level)} ${message}${exchangeId === null ? '' : ` (${exchangeId})`}</li>`,
  );
  const problem =
    result.problem === null ? null : markup`<li>Stopped: ${result.problem.message} (${result.problem.code})</li>`;
  return markup`<p class="part">What stands against it</p><ul>${problem}${items}</ul>`;
}

function gherkin({ id, feature, line }: ScenarioResult, { features, carried }: Report): Html {
  const file = `${carried.get(id)?.folder ?? ''}plan/features/${feature}`;
  const text = features.get(carried.has(id) ? file : feature);
  const lines = text === undefined ? null : gherkinOf(text, line);
  if (lines === null) return markup`<p>Its Gherkin is not in the pack (${feature}, line ${line}).</p>`;
  return markup`<p class="part">Gherkin, from ${fileLink(file)} line ${line}</p><pre>${lines}</pre>`;
}
