import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isObject, localPointer, pointerOf, valueAt, type JsonObject } from '../../../json/json-pointer.js';
import { ownContractPath } from '../../../config/own-contract-path.js';
import { loadContract } from '../../../contract/load-contract.js';
import { documentedForm, responseKeys } from './answer-form.js';
import { conditionHolds } from './condition.js';
import { keywordReadings } from './keyword-readings.js';
import { statementsAt } from './statement.js';

const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
const document = contract.document as unknown as JsonObject;

/** Reads every schema that an answer can lead to, and throws for the first word that the mutants could not read. */
function readAll(pointer: string, seen: Set<string>): void {
  if (seen.has(pointer)) return;
  seen.add(pointer);
  const schema = valueAt(document, pointer);
  assert.ok(isObject(schema), pointer);
  for (const keyword of Object.keys(schema)) keywordReadings(keyword);
  if (typeof schema['format'] === 'string') keywordReadings('format')?.(schema['format'], '');
  if (schema['if'] !== undefined) conditionHolds(schema['if'], null);
  statementsAt(document, pointer, null);
  if (typeof schema['$ref'] === 'string') readAll(localPointer(schema['$ref']) ?? '', seen);
  for (const name of ['items', 'then', 'else']) if (isObject(schema[name])) readAll(pointer + pointerOf(name), seen);
  for (const name of ['properties', 'allOf']) {
    for (const key of Object.keys(schema[name] ?? {})) readAll(pointer + pointerOf(name, key), seen);
  }
}

test('the mutants can read every answer of our contract', () => {
  const seen = new Set<string>();
  for (const { pointer } of contract.operations.values()) {
    for (const key of responseKeys(document, pointer)) {
      const form = documentedForm(document, pointer, Number(key.replace('XX', '99')));
      assert.ok(form !== null && (form.content.size > 0 || key === '204'), `${pointer} ${key}`);
      for (const schema of form.content.values()) readAll(schema, seen);
    }
  }
  assert.ok(seen.size > 200, String(seen.size));
});
