import {
  answering,
  isObject,
  isYes,
  jsonOf,
  reshaping,
  says,
  type Answer,
  type Delivery,
  type Variation,
} from './variation.js';

/** Delivers every answer in some way. */
function delivering(how: Delivery): () => Variation {
  return () => answering((answer) => ({ ...answer, delivery: { ...answer.delivery, ...how } }));
}

/** Adds headers to every answer. */
function withHeaders(headers: Readonly<Record<string, string>>): () => Variation {
  return () => answering((answer) => ({ ...answer, headers: { ...answer.headers, ...headers } }));
}

/** Does something to one successful read of an authenticated client: the n-th below a path, counted from 1. */
export function once(below: RegExp, turn: number, instead: (answer: Answer) => Answer): () => Variation {
  return () => {
    let seen = 0;
    return answering((answer, { method, path, headers }) => {
      if (method !== 'GET' || !below.test(path) || !isYes(answer) || headers['x-api-key'] === undefined) return answer;
      seen += 1;
      return seen === turn ? instead(answer) : answer;
    });
  };
}

const unicodeSentence = 'Отклонено · 拒否されました · رُفِض الطلب · e\u0301té 🙈';

/** Legal differences in how answers are written and sent, whatever they say, by id. */
export const deliveryVariations = {
  slow: delivering({ pauseMs: 60 }),
  'slow-once': once(/^\/cards\/\d+$/, 2, (answer) => ({ ...answer, delivery: { ...answer.delivery, pauseMs: 3000 } })),
  chunked: delivering({ chunkBytes: 7 }),
  gzip: delivering({ gzip: true }),
  'header-names-in-capitals': delivering({ shouted: true }),
  'interim-answer': delivering({ interim: true }),
  /** A handshake costs; the connections of one kind of call show as much as those of all. */
  closing: () =>
    answering((answer, { path }) =>
      path === '/cardholders' ? { ...answer, delivery: { ...answer.delivery, closing: true } } : answer,
    ),
  'other-reason-phrase': delivering({ reason: 'Fine By Us' }),
  'indented-json': delivering({ form: 'indented' }),
  'escaped-json': delivering({ form: 'escaped' }),
  'members-reordered': () => reshaping((object) => Object.fromEntries(Object.entries(object).reverse())),
  'extra-headers': withHeaders({
    server: 'edge/3.1',
    via: '1.1 gateway.example',
    vary: 'Origin, Accept-Encoding',
    'set-cookie': 'lb=a7; Path=/; Secure; HttpOnly',
    'strict-transport-security': 'max-age=31536000',
    'x-request-id': '7f9c24e8-3b1a-4e0f-9d55-0242ac120002',
    'x-ratelimit-remaining': '4711',
  }),
  'media-type-spelling': () =>
    answering((answer) => {
      const type = answer.headers['content-type'];
      if (type?.startsWith('application/json') !== true) return answer;
      return { ...answer, headers: { ...answer.headers, 'content-type': 'Application/JSON ; Charset="UTF-8"' } };
    }),
  'unicode-messages': () =>
    answering((answer) => {
      const json = jsonOf(answer);
      if (!isObject(json) || typeof json['message'] !== 'string') return answer;
      return { ...answer, body: { json: { ...json, message: `${unicodeSentence} ${json['message']}` } } };
    }),
  'gateway-page-once': once(/^\/cardholders\/\d+$/, 6, () => ({
    ...{ status: 502, headers: { 'content-type': 'text/html; charset=utf-8' }, delivery: {} },
    body: { text: '<html><body><h1>502 Bad Gateway</h1></body></html>' },
  })),
  'rate-limited-until-a-date': once(/^\/cards\/\d+$/, 5, ({ headers: { date = '' } }) =>
    says(429, { status: 'error', message: 'Slow down.' }, { date, 'retry-after': aSecondAfter(date) }),
  ),
} satisfies Readonly<Record<string, () => Variation>>;

/** An HTTP date one second after another; the server's clock is the one that counts. */
function aSecondAfter(date: string): string {
  return new Date(Date.parse(date) + 1000).toUTCString();
}
