import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { packageRoot } from '../config/package-root.js';
import type { JsonObject } from '../json/json-pointer.js';
import { isAlias, isRowWay, operationsOf, type OpenQuestion, type Probe } from '../questions/open-question.js';
import { parseText } from './document/read-document.js';

const path = (...parts: readonly string[]): string => join(packageRoot(), 'schemas', ...parts);
const readYaml = (file: string): JsonObject => parseText(readFileSync(file, 'utf8'), file);
const register = readYaml(path('axys-v2', 'open-questions.yaml'));
const questions = register['questions'] as readonly OpenQuestion[];
const schema = JSON.parse(readFileSync(path('evidence', 'open-questions.schema.json'), 'utf8')) as object;
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
const operationIds = new Set(
  Object.values(readYaml(path('axys-v2', 'openapi.yaml'))['paths'] as Record<string, Record<string, JsonObject>>)
    .flatMap((item) => Object.values(item))
    .map((operation) => operation['operationId']),
);
const rows = new Set(
  (readYaml(path('axys-v2', 'requirements.yaml'))['requirements'] as readonly JsonObject[]).map(({ id }) => id),
);
const numbered = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${letter}-${String(index + 1).padStart(2, '0')}`);

test('the register of open questions has its documented shape', () => {
  assert.ok(validate(register), JSON.stringify(validate.errors, null, 1));
});

test('the shape refuses an unknown member, an unknown way to answer and a reading without words', () => {
  const base = { id: 'C-01', question: 'Which of the two is right?', sources: ['docs/x'], readings: { a: 'first' } };
  const register = (question: object): object => ({ version: 1, questions: [question] });
  const probe = { operation: 'getCard', condition: '2XX', pointer: '/response/body/a', by: 'value', map: { '1': 'a' } };
  assert.ok(validate(register({ ...base, answeredBy: [probe] })));
  assert.equal(validate(register({ ...base, answeredBy: 'nobody' })), false);
  assert.equal(validate(register({ ...base, answeredBy: [{ ...probe, by: 'guess' }] })), false);
  assert.equal(validate(register({ ...base, answeredBy: [{ ...probe, pointer: '/body/a' }] })), false);
  assert.equal(validate(register({ ...base, answeredBy: 'people', extra: 1 })), false);
  assert.equal(validate(register({ ...base, readings: { a: '' }, answeredBy: 'people' })), false);
});

test('every contradiction and unknown of the digests is there, once', () => {
  const ids = questions.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const expected = [...numbered('C', 24), ...numbered('U', 15), ...numbered('E', 24), ...numbered('K', 18)];
  assert.deepEqual(
    expected.filter((id) => !ids.includes(id)),
    [],
  );
});

test('an alias leads to questions that are asked themselves', () => {
  const aliases = questions.filter(isAlias);
  assert.ok(aliases.length > 10);
  for (const { id, sameAs } of aliases) {
    for (const target of sameAs) {
      const meant = questions.find((each) => each.id === target);
      assert.ok(meant !== undefined && !isAlias(meant), `${id} -> ${target}`);
    }
  }
});

test('every way to answer names known operations, rows and readings', () => {
  for (const question of questions) {
    if (isAlias(question) || question.answeredBy === 'people') continue;
    const { id, readings, answeredBy, combines = {} } = question;
    for (const way of answeredBy) {
      const operations = isRowWay(way) ? way.operations : (operationsOf(way) ?? []);
      for (const operation of operations) assert.ok(operationIds.has(operation), `${id}: ${operation}`);
      if (isRowWay(way)) assert.ok(rows.has(way.row), `${id}: ${way.row}`);
      else assertMap(id, way, readings);
    }
    for (const reading of Object.entries(combines).flat(2)) assert.ok(reading in readings, `${id}: ${reading}`);
  }
});

const keysBy: Readonly<Record<Exclude<Probe['by'], 'form' | 'itself' | 'value'>, readonly string[]>> = {
  type: ['integer', 'number', 'string', 'boolean', 'null', 'array', 'object', 'absent', '*'],
  presence: ['present', 'absent'],
};

function assertMap(id: string, { by, map = {} }: Probe, readings: Readonly<Record<string, string>>): void {
  for (const [key, reading] of Object.entries(map)) {
    assert.ok(readings[reading] !== undefined, `${id}: ${reading} is no reading`);
    if (by === 'form' && key !== '*') assert.ok(new RegExp(key, 'u').source.startsWith('^'), `${id}: ${key}`);
    if (by === 'type' || by === 'presence') assert.ok(keysBy[by].includes(key), `${id}: ${key} is no ${by}`);
  }
}
