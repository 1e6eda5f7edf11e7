import type { Exchange } from '../../../trace/exchange.js';
import type { ScenarioResult, ScenarioStep, WaitRecord } from '../../../verdict/scenario-result.js';
import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { fileLink } from '../html/links.js';
import { counted, duration } from '../words/count-words.js';
import { callLine } from './call-line.js';

/** What a scenario did, in order: its steps, the calls of each, and the states they showed. */
export function timeline(result: ScenarioResult, withCalls: boolean, report: Report): Html {
  const since = Date.parse(result.startedAt);
  const shown = (ids: readonly string[]): Exchange[] => ids.flatMap((id) => report.calls.get(id) ?? []);
  const inSteps = new Set(result.steps.flatMap(({ exchangeIds }) => exchangeIds));
  const others = result.exchangeIds.filter((id) => !inSteps.has(id));
  const afterwards = (report.afterwards.get(result.id) ?? []).map(({ id }) => id);
  const callsOf = (ids: readonly string[]): Html => {
    if (ids.length === 0) return markup``;
    if (!withCalls) return markup`<p class="part">${elsewhere(ids, report.carried.get(result.id)?.folder ?? '')}</p>`;
    return markup`<ol class="calls">${shown(ids).map((exchange) => callLine(exchange, since, report))}</ol>`;
  };
  const extra = (title: string, ids: readonly string[]): Html | null =>
    ids.length === 0 ? null : markup`<li><p class="step">${title}</p>${callsOf(ids)}</li>`;
  return markup`<ol class="timeline">${result.steps.map(
    (step) => markup`<li>${stepLine(step)}${callsOf(step.exchangeIds)}</li>
`,
  )}${extra('Outside the steps', others)}${extra('After the result, to end what was begun', afterwards)}</ol>${waits(result.waits)}`;
}

/** Calls the page has no room for, named where they are, below a folder of the pack. */
function elsewhere(ids: readonly string[], folder: string): Html {
  const names = ids.length > 2 ? `${ids[0] ?? ''} to ${ids.at(-1) ?? ''}` : ids.join(', ');
  return markup`${counted(ids.length, 'call')} in ${fileLink(`${folder}exchanges/exchanges.ndjson`)}: ${names}`;
}

function stepLine({ keyword, text, status, durationMs }: ScenarioStep): Html {
  const ended = status === 'passed' ? null : markup` <span class="mark">${status}</span>`;
  return markup`<p class="step"><b>${keyword.trim()}</b> ${text}${ended} <span class="when">${duration(durationMs)}</span></p>`;
}

function waits(records: readonly WaitRecord[]): Html | null {
  if (records.length === 0) return null;
  const items = records.map((wait) => {
    const took = Date.parse(wait.endedAt) - Date.parse(wait.startedAt);
    const states = wait.timeline.map(({ state, exchangeId }) => `${state} (${exchangeId})`).join(', then ');
    const end = wait.met ? `reached after ${duration(took)}` : `not reached within ${wait.deadlineSeconds} s`;
    return markup`<li>Waited for ${wait.for}: ${end}${states === '' ? '' : `; seen: ${states}`}</li>`;
  });
  return markup`<p class="part">Waits</p><ul>${items}</ul>`;
}
