import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ownContractPath } from '../../config/own-contract-path.js';
import { isObject, valueAt, type JsonObject } from '../../json/json-pointer.js';
import { valueArbitrary } from '../fixtures/value-arbitrary.js';
import { ajvEngine } from '../schema/ajv-engine.js';
import { errorsOf } from '../schema/best-branch.js';
import { schemaPointers } from '../schema/schema-pointers.js';
import { provenValidators } from './proven-document.js';
import { parseText } from './read-document.js';

const document = parseText(await readFile(ownContractPath, 'utf8'), 'openapi.yaml');

/** A value of a schema, one with a member or an item changed, and anything at all. */
function near(schema: JsonObject): fc.Arbitrary<unknown> {
  const changed = fc
    .tuple(valueArbitrary(document, schema), fc.nat(), fc.jsonValue())
    .map(([value, place, other]): unknown => {
      if (Array.isArray(value)) return [...(value as readonly unknown[]), other];
      if (!isObject(value)) return other;
      const names = Object.keys(value);
      return { ...value, [names[place % names.length] ?? 'unknown']: other };
    });
  return fc.oneof(changed, fc.jsonValue());
}

describe('provenValidators', () => {
  const proven = provenValidators(document);

  it('has every schema of the contract this package ships, and none of any other document', () => {
    assert.deepEqual([...(proven?.keys() ?? [])].sort(), [...schemaPointers(document)].sort());
    assert.equal(provenValidators({ ...document, info: { title: 'another', version: '2' } }), null);
  });

  it('finds the same errors as the schemas compiled now, at the same objects of the document', () => {
    const engine = ajvEngine(document);
    let broken = 0;
    for (const pointer of schemaPointers(document)) {
      const [built, now] = [proven?.get(pointer), engine.compile(pointer)];
      assert.ok(built !== undefined, pointer);
      const compared = fc.property(near(valueAt(document, pointer) as JsonObject), (value) => {
        const [found, expected] = [errorsOf(built, value), errorsOf(now, value)];
        broken += expected.length;
        assert.deepEqual(found, expected, pointer);
        for (const [index, { parentSchema }] of expected.entries())
          assert.equal(found[index]?.parentSchema, parentSchema, pointer);
      });
      fc.assert(compared, { numRuns: 15 });
    }
    assert.ok(broken > 1000, `of ${String(broken)} errors little follows`);
  });
});
