import type { Body, Exchange } from '../../../trace/exchange.js';
import { markup, type Html } from '../html/markup.js';
import { sourceLink } from '../html/links.js';
import { levelBadge } from '../words/outcome-words.js';
import { grouped } from '../words/count-words.js';

/** The masked request and answer of a call, with what the judge found. `longest` bounds a body's characters. */
export function callDetails(exchange: Exchange, longest: number): Html {
  const { request, response, failure, judgement } = exchange;
  const query = Object.entries(request.query).map(([name, value]) => `${name}=${value}`);
  const target = query.length === 0 ? request.path : `${request.path}?${query.join('&')}`;
  const answer =
    response === null
      ? markup`<p>No answer: ${failure === null ? 'nothing is recorded about why' : `${failure.class}. ${failure.detail}`}</p>`
      : message(`HTTP ${response.status}`, response.headers, response.body, longest);
  return markup`${exchange.expectedInvalid === null ? null : markup`<p>Wrong on purpose: ${exchange.expectedInvalid}</p>`}<div class="pair"><div><p class="part">Request as ${exchange.identity}, ${exchange.startedAt}</p>${message(`${request.method} ${target}`, request.headers, request.body, longest)}</div>
<div><p class="part">Answer after ${exchange.durationMs} ms${attemptWords(exchange)}</p>${answer}</div></div>${judgementOf(judgement)}`;
}

function attemptWords({ attempt }: Exchange): string {
  return attempt > 1 ? `, try ${attempt}` : '';
}

function message(first: string, headers: Readonly<Record<string, string>>, body: Body, longest: number): Html {
  const lines = [first, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  return markup`<pre>${lines.join('\n')}${bodyText(body, longest)}</pre>`;
}

function bodyText(body: Body, longest: number): string {
  switch (body.kind) {
    case 'none':
      return '';
    case 'json':
      return `\n\n${cut(JSON.stringify(body.value, null, 1), longest)}`;
    case 'text':
      return `\n\n(${body.problem})\n${cut(body.text, longest)}`;
    default:
      return body satisfies never;
  }
}

function cut(text: string, longest: number): string {
  const rest = text.length - longest;
  return rest <= 0
    ? text
    : `${text.slice(0, longest)}\n[cut here: ${grouped(rest)} more characters, whole in exchanges/exchanges.ndjson]`;
}

function judgementOf(judgement: Exchange['judgement']): Html {
  if (judgement === null) return markup`<p>Not judged.</p>`;
  if (judgement.outcome === 'not-judged') return markup`<p>Not judged: ${judgement.reason}</p>`;
  if (judgement.findings.length === 0) return markup`<p class="part">Judged by the contract: conforming.</p>`;
  const items = judgement.findings.map(
    ({ level, message, where, rule, source }) =>
      markup`<li>${levelBadge(level)} ${message} <code>${where}</code>, rule ${rule}${source === '' ? null : markup`, ${sourceLink(source)}`}</li>`,
  );
  return markup`<p class="part">Judged by the contract: ${judgement.outcome}.</p><ul>${items}</ul>`;
}
