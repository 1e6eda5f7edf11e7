import { isIP } from 'node:net';
import type { Body, Exchange } from '../../trace/exchange.js';
import type { HarContent, HarEntry, NamedValue } from './har-log.js';
import { unreachable } from '../../messages/unreachable.js';

/** What our client speaks: it never negotiates another version. */
const httpVersion = 'HTTP/1.1';

/** Type of a body whose sender named none, as browsers write it. */
const unnamed = 'x-unknown';

const masked = 'as recorded: masked, and written anew when it was JSON';

/** A masked exchange as an entry of the page `pageref`. */
export function harEntry(exchange: Exchange, pageref: string): HarEntry {
  const { request, durationMs, connection, judgement } = exchange;
  const address = connection?.remoteAddress ?? '';
  return {
    ...{ pageref, startedDateTime: exchange.startedAt, time: durationMs },
    request: {
      ...{ method: request.method, url: request.url, httpVersion, cookies: [] },
      ...{ headers: namedValues(request.headers), queryString: namedValues(request.query) },
      ...postData(request.body, request.headers),
      ...{ headersSize: -1, bodySize: request.body.kind === 'none' ? 0 : -1 },
    },
    response: harResponse(exchange),
    cache: {},
    // Only the whole was measured: it counts as waiting, and what is not known is -1.
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: durationMs, receive: 0 },
    ...(isIP(address) === 0 ? {} : { serverIPAddress: address }),
    ...(connection === null ? {} : { connection: connection.id }),
    comment: `${exchange.id} ${exchange.operationId ?? 'outside the contract'}: ${judgement?.outcome ?? 'not judged'}`,
    _exchangeId: exchange.id,
    _scenario: exchange.scenario,
    _operationId: exchange.operationId,
    _identity: exchange.identity,
    _ordinal: exchange.ordinal ?? null,
    _attempt: exchange.attempt,
    _judgement: judgement?.outcome ?? 'not-judged',
    _findings: judgement?.findings ?? [],
    _expectedInvalid: exchange.expectedInvalid,
    _replayed: exchange.replayed === true,
  };
}

function harResponse({ response, failure }: Exchange): HarEntry['response'] {
  const fixed = { statusText: '', cookies: [], headersSize: -1, bodySize: -1 } as const;
  if (response === null) {
    const content = { size: 0, mimeType: unnamed };
    const why = failure === null ? 'no answer' : `${failure.class}: ${failure.detail}`;
    return { status: 0, httpVersion: '', headers: [], content, redirectURL: '', ...fixed, _error: why };
  }
  const { status, headers, body } = response;
  const content = contentOf(body, headers);
  return {
    ...{ status, httpVersion, headers: namedValues(headers), content },
    ...{ redirectURL: headers['location'] ?? '', ...fixed },
  };
}

function postData(body: Body, headers: Readonly<Record<string, string>>): Pick<HarEntry['request'], 'postData'> {
  const { text } = contentOf(body, headers);
  if (text === undefined) return {};
  return { postData: { mimeType: typeOf(headers), text, comment: masked } };
}

function contentOf(body: Body, headers: Readonly<Record<string, string>>): HarContent {
  const mimeType = typeOf(headers);
  switch (body.kind) {
    case 'none':
      return { size: 0, mimeType };
    case 'json':
      return shown(JSON.stringify(body.value), mimeType);
    case 'text':
      return shown(body.text, mimeType);
    default:
      return unreachable(body, 'kind of body');
  }
}

function shown(text: string, mimeType: string): HarContent {
  return { size: Buffer.byteLength(text, 'utf8'), mimeType, text, comment: masked };
}

function typeOf(headers: Readonly<Record<string, string>>): string {
  return headers['content-type'] ?? unnamed;
}

function namedValues(values: Readonly<Record<string, string>>): NamedValue[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}
