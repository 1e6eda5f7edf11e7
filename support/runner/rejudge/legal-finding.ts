import type { Finding } from '../../judgement/finding.js';
import type { Judge } from '../../contract/judge.js';
import { segmentsOf } from '../../json/json-pointer.js';
import type { Body, Exchange, Json } from '../../trace/exchange.js';

/** Values that between them break every keyword a contract may have for a single value. */
const probes: readonly Json[] = [
  ...['', '\u0000', ' ', '~', 'x'.repeat(5000), '0', '9'.repeat(40), '4'.padEnd(15, '0') + '2'],
  ...[-1, 0, 0.5, 1, 7e15, -7e15],
  ...[null, true, [], {}],
];

/**
 * True when some value at a finding's place makes the judge find the same: same rule, contract place, level and source. So
 * a finding that rests on the ledger can at least not be made weaker or stronger than the contract has it.
 */
export function isLegalFinding(finding: Finding, exchange: Exchange, judge: Judge): boolean {
  return probes.some((probe) => {
    const changed = withValue(exchange, finding.where, probe);
    return changed !== null && judge(changed).findings.some((found) => sameRule(found, finding));
  });
}

const members = ['rule', 'level', 'where', 'contract', 'provenance', 'source'] as const;

function sameRule(a: Finding, b: Finding): boolean {
  return members.every((name) => a[name] === b[name]) && a.questions.join() === b.questions.join();
}

/** The exchange with another value at the place of a finding; null where a value cannot be put. */
function withValue(exchange: Exchange, where: string, value: Json): Exchange | null {
  const [side, part, ...rest] = segmentsOf(where);
  if (side === 'response' && exchange.response !== null) {
    const response = partWith(exchange.response, part, rest, value);
    return response === null ? null : { ...exchange, response };
  }
  if (side !== 'request') return null;
  const request = partWith(exchange.request, part, rest, value);
  return request === null ? null : { ...exchange, request };
}

type Message = Exchange['request'] | NonNullable<Exchange['response']>;

function partWith<M extends Message>(message: M, part: string | undefined, rest: readonly string[], value: Json) {
  switch (part) {
    case 'body':
      return { ...message, body: bodyWith(message.body, rest, value) };
    case 'headers':
      return { ...message, headers: textWith(message.headers, rest, value) };
    case 'query':
      return 'query' in message ? { ...message, query: textWith(message.query, rest, value) } : null;
    case 'url':
      return 'url' in message ? { ...message, url: `${message.url}?${asText(value)}` } : null;
    case 'path':
      return 'path' in message ? { ...message, path: lastSegment(message.path, value) } : null;
    case undefined:
    default:
      return null;
  }
}

function lastSegment(path: string, value: Json): string {
  return path.replace(/[^/]*$/, encodeURIComponent(asText(value)));
}

function textWith(texts: Readonly<Record<string, string>>, [name]: readonly string[], value: Json) {
  return name === undefined ? texts : { ...texts, [name]: asText(value) };
}

function bodyWith(body: Body, place: readonly string[], value: Json): Body {
  if (body.kind !== 'json') return { kind: 'text', text: asText(value), problem: 'not JSON' };
  return { ...body, value: valueWith(body.value, place, value) };
}

function valueWith(json: Json, [first, ...rest]: readonly string[], value: Json): Json {
  if (first === undefined) return value;
  if (Array.isArray(json)) {
    return (json as readonly Json[]).map((item, index) =>
      String(index) === first ? valueWith(item, rest, value) : item,
    );
  }
  if (typeof json !== 'object' || json === null) return json;
  const members = json as Readonly<Record<string, Json>>;
  return { ...members, [first]: valueWith(members[first] ?? null, rest, value) };
}

/** A value as it stands in a URL or a header. */
function asText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
