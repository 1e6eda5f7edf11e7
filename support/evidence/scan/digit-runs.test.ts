import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { digitRuns } from './digit-runs.js';

describe('digitRuns', () => {
  it('finds stretches of thirteen digits and more, with what parts them', () => {
    const text = 'a4111 1111-1111.1+b 12345678901234 ';
    const found = digitRuns(text).map(({ index, end }) => text.slice(index, end));
    assert.deepEqual(found, ['4111 1111-1111.1+', ' 12345678901234 ']);
  });

  it('passes over fewer digits, however much parts them', () => {
    assert.deepEqual(digitRuns(`123456789012${' '.repeat(40)}x${'-'.repeat(40)}`), []);
  });

  it('leaves no place out where a number may stand', () => {
    const pieces = fc.constantFrom('4', '12', '3456', ' ', '-', '+', '.', '  ', 'a', ':', '"', '1234567890123');
    const number = /\d(?:[ +.-]?\d){12,22}/g;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const runs = digitRuns(text);
        for (const { index, 0: match } of text.matchAll(number)) {
          assert.ok(runs.some((run) => run.index <= index && index + match.length <= run.end));
        }
      }),
    );
  });
});
