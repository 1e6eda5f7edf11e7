import type { ExchangeResponse, Json } from '../trace/exchange.js';
import type { DoctorCode } from './finding.js';

/** The layers one HTTP answer tells about, in the order the platform checks them. */
export const answerLayers = ['network-access', 'api-key', 'envelope'] as const;

/** One of {@link answerLayers}. */
export type AnswerLayer = (typeof answerLayers)[number];

/** What an answer other than the expected list means. */
interface AnswerRule {
  readonly when: (response: ExchangeResponse) => boolean;
  readonly fails: AnswerLayer;
  readonly code: DoctorCode;
  /** Layers before the failing one that such an answer says nothing about: it may come from in front of them. */
  readonly silentAbout: readonly AnswerLayer[];
}

const unknownBefore = ['network-access', 'api-key'] as const;
const statusIn = (from: number, to: number) => (response: ExchangeResponse) =>
  response.status >= from && response.status <= to;

/**
 * First match wins. Sources: docs/ip-allowlisting-and-network-security (403 with its text), docs/sandbox-going-live and
 * docs/quickstart-first-api-call (200 with the list envelope proves every layer). The status of a rejected key is not
 * documented; 401 is the likely one.
 */
export const answerRules: readonly AnswerRule[] = [
  {
    when: (response) => response.status === 403 && textOf(response).includes('no authorised ips configured'),
    ...{ fails: 'network-access', code: 'DOC-301', silentAbout: [] },
  },
  { when: statusIn(401, 401), fails: 'api-key', code: 'DOC-311', silentAbout: [] },
  { when: statusIn(403, 403), fails: 'api-key', code: 'DOC-312', silentAbout: [] },
  { when: statusIn(429, 429), fails: 'envelope', code: 'DOC-321', silentAbout: unknownBefore },
  { when: statusIn(500, 599), fails: 'envelope', code: 'DOC-322', silentAbout: unknownBefore },
  { when: statusIn(404, 404), fails: 'envelope', code: 'DOC-323', silentAbout: unknownBefore },
  { when: statusIn(300, 399), fails: 'envelope', code: 'DOC-324', silentAbout: unknownBefore },
  {
    when: (response) => statusIn(200, 299)(response) && memberOf(response, 'status') === 'error',
    ...{ fails: 'envelope', code: 'DOC-325', silentAbout: ['api-key'] },
  },
  { when: statusIn(200, 299), fails: 'envelope', code: 'DOC-326', silentAbout: unknownBefore },
  { when: () => true, fails: 'envelope', code: 'DOC-327', silentAbout: unknownBefore },
];

/** True for 200 with the list envelope. Source: docs/pagination-filtering-and-rate-limits. */
export function isCardholderList(response: ExchangeResponse): boolean {
  const numbers = ['total', 'limit', 'offset'].map((name) => memberOf(response, name));
  return (
    response.status === 200 &&
    Array.isArray(memberOf(response, 'items')) &&
    numbers.every((value) => typeof value === 'number')
  );
}

/** What kind of body came, without its content: it may hold people's data. */
export function bodyKind({ body, headers }: ExchangeResponse): string {
  const type = headers['content-type']?.split(';')[0]?.trim() ?? 'no content type';
  switch (body.kind) {
    case 'none':
      return 'no body';
    case 'text':
      return `text, ${type}`;
    case 'json':
      return `JSON of another form, ${type}`;
  }
}

function textOf({ body }: ExchangeResponse): string {
  if (body.kind === 'none') return '';
  return (body.kind === 'text' ? body.text : JSON.stringify(body.value)).toLowerCase();
}

function memberOf({ body }: ExchangeResponse, name: string): Json | undefined {
  if (body.kind !== 'json' || typeof body.value !== 'object' || body.value === null) return undefined;
  return (body.value as Readonly<Record<string, Json>>)[name];
}
