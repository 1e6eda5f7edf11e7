import assert from 'node:assert/strict';
import { validateHeaderValue } from 'node:http';
import { test } from 'node:test';
import fc from 'fast-check';
import { headerProblem } from './header-value.js';
import { readVariables } from './read-variables.js';

const plain = fc.stringMatching(/^[!-~]([ -~]*[!-~])?$/);

test('what is found fit is what a header carries unchanged', () => {
  fc.assert(
    fc.property(plain, (value) => {
      assert.equal(headerProblem(value), null);
      assert.doesNotThrow(() => {
        validateHeaderValue('x-api-key', value);
      });
      assert.equal(new Headers({ key: value }).get('key'), value);
    }),
  );
});

test('one unfit character anywhere is told, whatever stands around it', () => {
  const odd = fc.constantFrom(
    '\n',
    '\r',
    '\0',
    '\t',
    '\u007f',
    '\u0085',
    '\u00a0',
    '\u00e9',
    '\u201c',
    '\u2013',
    '\ud83d\ude00',
  );
  fc.assert(
    fc.property(plain, odd, plain, fc.constantFrom('start', 'middle', 'end'), (before, sign, after, place) => {
      const value = { start: sign + after, middle: before + sign + after, end: before + sign }[place];
      assert.notEqual(headerProblem(value), null);
    }),
  );
});

test('the variable is named and its value is not, whether file or environment sets it', async () => {
  const { problem } = await readVariables({ AXYS_API_KEY: 'axk_hidden\n', AXYS_ENV: 'staging' }, null);
  assert.ok(problem !== null);
  assert.deepEqual([problem.code, problem.exit], ['CFG-111', 78]);
  assert.match(problem.message, /^AXYS_API_KEY in the environment/);
  assert.doesNotMatch(problem.message + problem.next, /axk|hidden/);
});

test('a passphrase goes into no header', async () => {
  assert.equal((await readVariables({ AXYS_KEY_PASSPHRASE: ' p\u00e4ss \n' }, null)).problem, null);
});
