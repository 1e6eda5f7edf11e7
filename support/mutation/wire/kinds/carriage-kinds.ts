import type { ExchangeResponse } from '../../../trace/exchange.js';
import { inWords } from '../expected/broken.js';
import { classOf } from '../expected/policy.js';
import { mayCarry } from '../expected/write-only-members.js';
import type { RecordedAnswer } from '../recorded-answer.js';
import { plantedNumber } from './planted-number.js';
import type { Planted, WireKind } from './wire-kind.js';

/** Mutants of what carries a body: media type, headers, length. */
export const carriageKinds: readonly WireKind[] = [
  {
    kind: 'media-type-wrong',
    title: 'The body comes under a media type that is not documented for it.',
    noticedBy: 'judge',
    plant: (answer) => broken(answer, '/headers/content-type', 'type', withHeader('content-type', 'image/png')),
  },
  {
    kind: 'media-type-missing',
    title: 'The body comes without a media type.',
    noticedBy: 'judge',
    plant: (answer) => broken(answer, '/headers/content-type', 'type', withoutHeader('content-type')),
  },
  {
    kind: 'body-empty',
    title: 'The body is missing.',
    noticedBy: 'judge',
    plant: (answer) => broken(answer, '/body', 'presence', (response) => ({ ...response, body: { kind: 'none' } })),
  },
  {
    kind: 'body-truncated',
    title: 'The JSON text ends too early.',
    noticedBy: 'judge',
    plant: (answer) =>
      answer.json === undefined ? [] : broken(answer, '/body', 'type', truncated).map(orShown(answer)),
  },
  header('media-type-spelling', 'The media type is spelt otherwise.', {
    ...{ name: 'content-type', value: 'Application/JSON;charset=UTF-8', expected: 'legal', jsonOnly: true },
    because: 'media types are compared without case, and parameters do not count (RFC 9110)',
  }),
  header('header-added', 'The answer has a header that nobody described.', {
    ...{ name: 'x-wire-mutant', value: 'added', expected: 'legal', jsonOnly: false },
    because: 'a receiver ignores headers it does not know (RFC 9110)',
  }),
  header('header-malformed', 'Retry-After is no time.', {
    ...{ name: 'retry-after', value: 'soon', expected: 'review', jsonOnly: false },
    because: 'Retry-After is a number of seconds or a date (RFC 9110); no page of the vendor speaks of it',
  }),
  header('header-card-number', 'A header holds a full card number.', {
    ...{ name: 'x-wire-mutant', value: plantedNumber, expected: 'fail', jsonOnly: false },
    because: 'a card number is shown by the issuing call only (reference/post_cards-virtual-cardholderid)',
  }),
];

type Alter = (response: ExchangeResponse) => ExchangeResponse;

/** A mutant that breaks the form of the answer as a whole, which is known as well as the answer is. */
function broken(
  { form }: RecordedAnswer,
  pointer: string,
  side: 'type' | 'presence',
  alter: Alter,
): readonly Planted[] {
  if (form.content.size === 0) return [];
  return [{ pointer, expected: classOf(form.mark, side), because: inWords(form.pointer, form.mark), alter }];
}

/** A text that is no JSON has no member in which a card number may be shown. */
function orShown({ operationId, places }: RecordedAnswer): (planted: Planted) => Planted {
  const shows = places.some(
    ({ name, value }) => name === 'cardNumber' && value !== null && mayCarry(operationId, name),
  );
  return (planted) =>
    shows
      ? { ...planted, expected: 'fail', because: 'a card number is shown as a member of its own or not at all' }
      : planted;
}

interface HeaderMutant extends Pick<Planted, 'expected' | 'because'> {
  readonly name: string;
  readonly value: string;
  readonly jsonOnly: boolean;
}

function header(kind: string, title: string, { name, value, jsonOnly, ...word }: HeaderMutant): WireKind {
  const planted: Planted = { ...word, pointer: `/headers/${name}`, alter: withHeader(name, value) };
  return {
    ...{ kind, title, noticedBy: 'judge' },
    plant: ({ json }) => (jsonOnly && json === undefined ? [] : [planted]),
  };
}

function withHeader(name: string, value: string): Alter {
  return (response) => ({ ...response, headers: { ...response.headers, [name]: value } });
}

function withoutHeader(name: string): Alter {
  return (response) => ({
    ...response,
    headers: Object.fromEntries(Object.entries(response.headers).filter(([other]) => other !== name)),
  });
}

function truncated(response: ExchangeResponse): ExchangeResponse {
  if (response.body.kind !== 'json') return response;
  const text = JSON.stringify(response.body.value).slice(0, -1);
  return { ...response, body: { kind: 'text', text, problem: 'the media type says JSON, the body is not' } };
}
