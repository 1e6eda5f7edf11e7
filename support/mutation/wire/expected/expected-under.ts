import { isObject, type JsonObject } from '../../../json/json-pointer.js';
import type { Json } from '../../../trace/exchange.js';
import type { Planted } from '../kinds/wire-kind.js';
import type { RecordedAnswer } from '../recorded-answer.js';
import { documentedForm, formOfClass, jsonSchemaOf, type AnswerForm } from './answer-form.js';
import { brokenBy, inWords } from './broken.js';
import { describes, placesOf, type Place } from './place.js';
import { absenceOf } from './presence.js';
import { classOf, strengthOf } from './policy.js';
import { mayCarry, returned, writeOnlyMembers } from './write-only-members.js';

type Expectation = Pick<Planted, 'pointer' | 'expected' | 'because'>;

/**
 * What an answer with another status, and otherwise the same, should bring: an undocumented status breaks what is known of
 * the answers of its class, or of the operation; a documented one asks for the body that belongs to it.
 */
export function expectedUnder(answer: RecordedAnswer, status: number): Expectation {
  const { document, operationPointer, operationMark, json } = answer;
  if (status < 300 && isErrorWord(json)) {
    return { pointer: '/status', expected: 'legal', because: 'a success code over an error word is a refusal' };
  }
  const form = documentedForm(document, operationPointer, status);
  const yardstick = form ?? formOfClass(document, operationPointer, status);
  const mark = yardstick?.mark ?? operationMark;
  const known = { pointer: '/status', expected: 'legal', because: `${String(status)} is documented` } as const;
  const unknown = {
    pointer: '/status',
    expected: classOf(mark, 'value'),
    because: inWords(`${operationPointer}/responses`, mark),
  };
  const all = [form === null ? unknown : known, ...secretsUnder(answer, yardstick), ...bodyUnder(answer, yardstick)];
  return [...all].sort((a, b) => strengthOf(b.expected) - strengthOf(a.expected))[0] ?? known;
}

function isErrorWord(json: Json | undefined): boolean {
  return isObject(json) && json['status'] === 'error';
}

/** Root members that are only ever sent elsewhere, and that the other form does not describe. */
function secretsUnder(
  { document, operationId, json }: RecordedAnswer,
  form: AnswerForm | null,
): readonly Expectation[] {
  const [root] = placesUnder(document, form, json);
  return writeOnlyMembers(document)
    .filter((name) => isObject(json) && Object.hasOwn(json, name) && !mayCarry(operationId, name))
    .filter((name) => root?.statements.some((statement) => describes(statement, name)) !== true)
    .map((name) => ({ pointer: `/body/${name}`, ...returned(name) }));
}

function placesUnder(document: JsonObject, form: AnswerForm | null, json: Json | undefined): readonly Place[] {
  const schema = form === null ? null : jsonSchemaOf(form);
  return schema === null || json === undefined ? [] : [...placesOf(document, schema, json)];
}

function bodyUnder({ document, json }: RecordedAnswer, form: AnswerForm | null): readonly Expectation[] {
  return placesUnder(document, form, json).flatMap((place) => [
    ...brokenBy(place.statements, place.value).map((broken) => ({ ...broken, pointer: `/body${place.pointer}` })),
    ...missingIn(place).map((name) => ({
      ...absenceOf(document, place, name, form?.ownMark ?? null),
      pointer: `/body${place.pointer}/${name}`,
    })),
  ]);
}

function missingIn({ statements, value }: Place): readonly string[] {
  if (!isObject(value)) return [];
  const required = statements.flatMap(({ schema }) => (schema['required'] as readonly string[] | undefined) ?? []);
  return required.filter((name) => !Object.hasOwn(value, name));
}
