import { answerClasses } from '../../../client/answer-classes.js';
import { classifyAnswer } from '../../../client/classify-answer.js';
import type { Exchange } from '../../../trace/exchange.js';
import type { ObservedTransition } from '../../../trace/recorder.js';
import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import type { Tone } from '../words/tone.js';
import { callDetails } from './call-details.js';

const tones: Readonly<Record<'yes' | 'no' | 'nothing', Tone>> = { yes: 'good', no: 'warn', nothing: 'bad' };

/** One call of a timeline: a line to open for its request and answer, then the states it showed. */
export function callLine(exchange: Exchange, since: number, { changes, limits }: Report): Html {
  const { id, operationId, request, response, failure } = exchange;
  const tone = tones[answerClasses[classifyAnswer(exchange)].says];
  const answer = response === null ? (failure?.class ?? 'no answer') : String(response.status);
  const after = `+${((Date.parse(exchange.startedAt) - since) / 1000).toFixed(3)} s`;
  const judged = exchange.judgement?.outcome ?? 'not-judged';
  const open = judged === 'conforming' ? null : markup` <span class="mark">${judged}</span>`;
  const only = exchange.replayed === true ? markup` <span class="mark">harness-only</span>` : null;
  return markup`<li><details class="call"><summary><span class="when">${after}</span> <b id="${id}">${id}</b> <span class="operation">${operationId ?? 'outside the contract'}</span> <code>${request.method} ${request.path}</code> <span class="status ${tone}">${answer}</span>${open}${only}</summary>
${callDetails(exchange, limits.body)}</details>${changes.at(id).map(stateLine)}</li>
`;
}

function stateLine({ entity, entityId, from, to, transition, collapsed, explains }: ObservedTransition): Html {
  const shown =
    explains === undefined ? 'not seen itself but on the only likely way' : `${explains} had shown it before`;
  const how = collapsed ? `${transition}, ${shown}` : transition;
  return markup`<p class="state-line">${entity} ${entityId}: ${from} → <strong>${to}</strong> (${how})</p>`;
}
