import type { ErrorObject } from 'ajv';
import { describeValue } from '../card-data/describe-value.js';
import { shownValue } from './shown-value.js';

/** What a schema expected and what came instead, each as a noun: "expected ..., received ...". */
export interface ExpectedAndReceived {
  readonly expected: string;
  readonly received: string;
}

type Teller = (error: ErrorObject, received: unknown) => ExpectedAndReceived;

const unknownMember: Teller = ({ params }) => ({
  expected: `no member ${quoted(params['additionalProperty'] ?? params['unevaluatedProperty'])}`,
  received: 'it',
});

/** By keyword of the schema; any other keyword keeps ajv's sentence. */
const tellers: Readonly<Record<string, Teller>> = {
  additionalProperties: unknownMember,
  unevaluatedProperties: unknownMember,
  required: ({ params }) => ({ expected: `a member ${quoted(params['missingProperty'])}`, received: 'none' }),
  // A word that was misspelt is worth showing.
  enum: ({ params, instancePath }, received) => ({
    expected: `one of ${(params['allowedValues'] as unknown[]).map(quoted).join(', ')}`,
    received: shownValue(received, instancePath),
  }),
  const: ({ params }, received) => ({ expected: quoted(params['allowedValue']), received: withoutText(received) }),
  type: ({ params }, received) => ({
    expected: [params['type']].flat().map(withArticle).join(' or '),
    received: withoutText(received),
  }),
};

/** An error of ajv in words; `received` is the value that it is about. */
export function toldOf(error: ErrorObject, received: unknown): ExpectedAndReceived {
  const tell = tellers[error.keyword];
  if (tell !== undefined) return tell(error, received);
  const { message = 'must be another value' } = error;
  const expected = message.startsWith('must be ') ? message.slice('must be '.length) : `a value that ${message}`;
  return { expected, received: withoutText(received) };
}

/** Type and length for a text: the data may be a file of secrets that was named by mistake. */
function withoutText(value: unknown): string {
  return describeValue(value, typeof value !== 'string');
}

function withArticle(type: unknown): string {
  const word = String(type);
  return word === 'null' ? word : `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}

function quoted(value: unknown): string {
  return JSON.stringify(value);
}
