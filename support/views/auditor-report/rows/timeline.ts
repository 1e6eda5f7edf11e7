import type { Exchange } from '../../../trace/exchange.js';
import type { ScenarioResult, ScenarioStep, WaitRecord } from '../../../verdict/scenario-result.js';
import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { fileLink } from '../html/links.js';
import { counted, duration, grouped } from '../words/count-words.js';
import { callLine } from './call-line.js';

/** What a scenario did, in order: its steps, the calls of each, and the states they showed. */
export function timeline(result: ScenarioResult, report: Report): Html {
  const since = Date.parse(result.startedAt);
  const inSteps = new Set(result.steps.flatMap(({ exchangeIds }) => exchangeIds));
  const others = result.exchangeIds.filter((id) => !inSteps.has(id));
  const afterwards = (report.afterwards.get(result.id) ?? []).map(({ id }) => id);
  const callsOf = (ids: readonly string[]): Html => {
    if (ids.length === 0) return markup``;
    const lines = stretches(ids, report.calls).map((stretch) =>
      typeof stretch === 'string' ? markup`<li class="part">${stretch}</li>` : callLine(stretch, since, report),
    );
    return markup`<ol class="calls">${lines}</ol>`;
  };
  const extra = (title: string, ids: readonly string[]): Html | null =>
    ids.length === 0 ? null : markup`<li><p class="step">${title}</p>${callsOf(ids)}</li>`;
  return markup`${whereAllAre(result, report)}<ol class="timeline">${result.steps.map(
    (step) => markup`<li>${stepLine(step)}${callsOf(step.exchangeIds)}</li>
`,
  )}${extra('Outside the steps', others)}${extra('After the result, to end what was begun', afterwards)}</ol>${waits(result.waits)}`;
}

/** The shown calls in order; each stretch of calls between them that are left out, as words. */
function stretches(ids: readonly string[], shown: ReadonlyMap<string, Exchange>): readonly (Exchange | string)[] {
  const found: (Exchange | string)[] = [];
  let left: string[] = [];
  const endStretch = (): void => {
    if (left.length > 0) found.push(leftOut(left));
    left = [];
  };
  for (const id of ids) {
    const exchange = shown.get(id);
    if (exchange === undefined) left.push(id);
    else {
      endStretch();
      found.push(exchange);
    }
  }
  endStretch();
  return found;
}

function leftOut(ids: readonly string[]): string {
  const names = ids.length > 2 ? `${ids[0] ?? ''} to ${ids.at(-1) ?? ''}` : ids.join(', ');
  return `${counted(ids.length, 'call')} left out: ${names}`;
}

/** How many of a scenario's calls are shown, which these are, and the file with all of them. */
function whereAllAre({ id, exchangeIds }: ScenarioResult, { calls, callFiles }: Report): Html | null {
  const all = exchangeIds.length;
  if (all === 0) return null;
  const shown = exchangeIds.filter((call) => calls.has(call)).length;
  const file = fileLink(callFiles.ofScenario(id));
  if (shown === all) return markup`<p class="part">All of them are also in ${file}.</p>`;
  return markup`<p>Of its ${counted(all, 'call')} ${grouped(shown)} are shown here: first those that prove or contradict something, then writing calls, then reads, of a series of equal ones the first, every change and the last. All are in ${file}.</p>`;
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
