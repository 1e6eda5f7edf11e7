import type { Body, Exchange, ExchangeResponse, Json } from '../exchange.js';
import type { MaskContext, MaskPlace } from './mask-context.js';
import { maskHeaders } from './mask-headers.js';
import { maskJson } from './mask-json.js';
import { maskText } from './mask-text.js';
import { maskPath, maskQuery, maskUrl } from './mask-url.js';
import type { Redaction } from './redaction.js';
import type { Secrets } from './secrets.js';

/** An exchange fit to be written, with its lines of the redaction ledger. */
export interface MaskedExchange {
  readonly exchange: Exchange;
  readonly redactions: readonly Redaction[];
}

/**
 * Masks an exchange of the same shape. Goes over it once more when it taught something new: a token in the answer may already
 * stand in the request's URL or in a finding, so the last pass masks with everything learned.
 */
export function maskExchange(exchange: Exchange, secrets: Secrets): MaskedExchange {
  const context = {
    secrets,
    operationId: exchange.operationId,
    oneTimeCodes: /^\/otp(\/|$)/.test(exchange.request.path),
  };
  const pass = (): MaskedExchange => {
    const redactions: Redaction[] = [];
    const note = (redaction: Omit<Redaction, 'exchangeId'>): void => {
      redactions.push({ exchangeId: exchange.id, ...redaction });
    };
    return { exchange: maskParts(exchange, { ...context, note }), redactions };
  };
  const known = secrets.known();
  const first = pass();
  return secrets.known() === known ? first : pass();
}

function maskParts(exchange: Exchange, context: MaskContext): Exchange {
  const { request } = exchange;
  const at = (pointer: string, side: 'request' | 'response') => ({ pointer, side, member: null });
  return {
    ...exchange,
    request: {
      method: request.method,
      url: maskUrl(request.url, context, at('/request/url', 'request')),
      path: maskPath(request.path, context, at('/request/path', 'request')),
      query: maskQuery(request.query, context, at('/request/query', 'request')),
      headers: maskHeaders(request.headers, context, at('/request/headers', 'request')),
      body: maskBody(request.body, context, at('/request/body', 'request')),
    },
    response: exchange.response === null ? null : maskResponse(exchange.response, context),
    failure: maskTree(exchange.failure, context, '/failure'),
    expectedInvalid: maskTree(exchange.expectedInvalid, context, '/expectedInvalid'),
    judgement: maskTree(exchange.judgement, context, '/judgement'),
    ...(exchange.withheld === undefined ? {} : { withheld: maskTree(exchange.withheld, context, '/withheld') }),
  };
}

function maskResponse(response: ExchangeResponse, context: MaskContext): ExchangeResponse {
  const place = { side: 'response', member: null } as const;
  return {
    status: response.status,
    headers: maskHeaders(response.headers, context, { ...place, pointer: '/response/headers' }),
    body: maskBody(response.body, context, { ...place, pointer: '/response/body' }),
  };
}

function maskBody(body: Body, context: MaskContext, place: MaskPlace): Body {
  switch (body.kind) {
    case 'none':
      return body;
    case 'json': {
      const value = maskJson(body.value, context, { ...place, pointer: `${place.pointer}/value` });
      const keys = body.duplicateKeys.map((key, index) =>
        maskText(key, context, { ...place, pointer: `${place.pointer}/duplicateKeys/${index}` }),
      );
      return { kind: 'json', value, duplicateKeys: keys };
    }
    case 'text': {
      const text = maskJson(body.text, context, { ...place, pointer: `${place.pointer}/text` }) as string;
      return {
        kind: 'text',
        text,
        problem: maskText(body.problem, context, { ...place, pointer: `${place.pointer}/problem` }),
      };
    }
  }
}

/** Masks every text of our own records; their member names are ours, so the tree keeps its type. */
function maskTree<T>(tree: T, context: MaskContext, pointer: string): T {
  return maskJson(tree as Json, context, { pointer, side: 'other', member: null }) as T;
}
