import { replayedJson, type ReplayedAnswer } from './replayed-answer.js';

const refusal = (status: number, code: string, message: string) =>
  replayedJson(status, { status: 'error', code, message });

/**
 * The answers a launch-ready client must handle, as recorded or as documented; the word names them in the features.
 * Sources: docs/recipe-program-launch-checklist, docs/ip-allowlisting-and-network-security.
 */
export const errorAnswers = {
  400: refusal(400, 'malformed_json', 'The request body is not valid JSON.'),
  401: refusal(401, 'unauthorised', 'X-API-Key is missing or unknown.'),
  403: refusal(403, 'forbidden', 'The key does not reach this operation.'),
  404: refusal(404, 'not_found', 'There is no such object in this Program.'),
  409: refusal(409, 'refused_by_state', 'The state of the object does not allow this.'),
  422: refusal(422, 'validation_failed', 'A value is outside its range.'),
  429: refusal(429, 'rate_limited', 'Too many requests.'),
  500: refusal(500, 'internal_error', 'Something went wrong.'),
  502: { kind: 'text', status: 502, mediaType: 'text/html', text: '<html><body>Bad gateway</body></html>' },
  503: { kind: 'text', status: 503, mediaType: 'text/plain', text: 'Service unavailable' },
  504: refusal(504, 'gateway_timeout', 'The service behind did not answer in time.'),
  'a broken connection': { kind: 'reset' },
  'the refusal of the network layer': {
    ...{ kind: 'text', status: 403, mediaType: 'text/plain', text: 'No Authorised IPs configured' },
  },
  '200 and the word error': refusal(200, 'refused_by_state', 'The state of the object does not allow this.'),
  '201 and the word error': refusal(201, 'validation_failed', 'A value is outside its range.'),
  '202 and the word error': refusal(202, 'internal_error', 'Something went wrong.'),
} as const satisfies Readonly<Record<string, ReplayedAnswer>>;

/** The word of an answer in {@link errorAnswers}. */
export type ErrorAnswerWord = `${keyof typeof errorAnswers}`;
