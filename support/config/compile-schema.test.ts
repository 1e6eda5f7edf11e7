import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { compiledCopy, compileSchema } from './compile-schema.js';
import { packageRoot } from './package-root.js';

const folder = join(packageRoot(), 'schemas', 'evidence');
const shipped = readdirSync(folder).filter((name) => name.endsWith('.schema.json'));

describe('compileSchema', () => {
  it('finds a copy from the build for each schema of the evidence', () => {
    assert.ok(shipped.length > 30);
    for (const name of shipped.filter((each) => !each.startsWith('program-profile'))) {
      const detail = name.startsWith('lifecycle') ? 'all-errors' : 'first-error';
      assert.ok(existsSync(compiledCopy(readFileSync(join(folder, name), 'utf8'), detail)), name);
    }
  });

  it('judges the same with the copy and with a schema that was never compiled before', () => {
    const text = readFileSync(join(folder, 'transition.schema.json'), 'utf8');
    const other = `${text}\n`;
    assert.equal(existsSync(compiledCopy(other, 'first-error')), false);
    for (const value of [{}, [], null, { n: 1 }]) {
      const [copy, fresh] = [compileSchema(text, 'first-error'), compileSchema(other, 'first-error')];
      assert.deepEqual([copy(value), copy.errors], [fresh(value), fresh.errors]);
      assert.equal(copy(value), false);
    }
  });

  it('tells the first error or all of them', () => {
    const text = JSON.stringify({ type: 'object', properties: { a: true, b: true }, required: ['a', 'b'] });
    const told = (['first-error', 'all-errors'] as const).map((detail) => {
      const validate = compileSchema(text, detail);
      return validate({}) ? 0 : validate.errors?.length;
    });
    assert.deepEqual(told, [1, 2]);
  });

  it('refuses what is no strict schema', () => {
    assert.throws(() => compileSchema('{"type": "object", "requird": []}', 'first-error'), /unknown keyword/);
    assert.throws(() => compileSchema('7', 'first-error'), /not a JSON object/);
  });
});
