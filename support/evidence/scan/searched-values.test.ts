import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { searchedValues } from './searched-values.js';

test('every value is found wherever it stands, and nothing else is', () => {
  const letter = fc.constantFrom('a', 'b', '1', '\u0000', '\u00ff');
  const value = fc.string({ unit: letter, minLength: 8, maxLength: 12 });
  const between = fc.string({ unit: letter, maxLength: 12 });
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 4 }),
      fc.array(between, { maxLength: 6 }),
      (values, gaps) => {
        const text = gaps.map((gap, index) => `${gap}${values[index % values.length] ?? ''}`).join('');
        const bytes = values.map((one) => Buffer.from(one, 'utf8').toString('latin1'));
        const expected = new Set<string>();
        for (const one of bytes) {
          for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + 1)) expected.add(`${at} ${one.length}`);
        }
        const found = searchedValues(values.map((one) => ({ kind: 'key', value: one }))).find(text);
        const plain = found.map(({ index, length }) => `${index} ${length}`);
        // No letter of these texts is in the hex or base64 of such a value as a whole, so nothing else can be found.
        assert.deepEqual([...plain].sort(), [...expected].sort());
      },
    ),
    { numRuns: 500 },
  );
});

test('each form of a value is found: as it is, in hex, in base64 at each alignment', () => {
  const known = searchedValues([{ kind: 'key', value: 'top-secret-value' }]);
  const bytes = Buffer.from('top-secret-value');
  const forms = [bytes.toString('latin1'), bytes.toString('hex'), bytes.toString('hex').toUpperCase()];
  for (const before of ['', 'x', 'xy']) forms.push(Buffer.from(`${before}top-secret-value`).toString('base64url'));
  for (const form of forms) assert.equal(known.find(`.......${form}`).length, 1, form);
  assert.equal(known.find('top-secret-valu').length, 0);
  assert.deepEqual(known.counts, { key: 1 });
});

test('a value of two kinds counts for both and is found once', () => {
  const value = 'top-secret-value';
  const known = searchedValues(['token', 'link', 'token'].map((kind) => ({ kind, value })));
  assert.deepEqual(known.counts, { token: 1, link: 1 });
  assert.equal(known.find(value).length, 1);
});
