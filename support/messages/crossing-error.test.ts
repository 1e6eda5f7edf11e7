import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exitCode, type ExitName } from './exit-code.js';
import { CodedError } from './coded-error.js';
import { crossedError, crossingError } from './crossing-error.js';

/** What a thread gets of something that another one posted. */
const posted = (error: unknown): Error => crossedError(structuredClone(crossingError(error)));

test('a coded error crosses with its code, sentence, next step and exit code', () => {
  for (const exit of Object.keys(exitCode) as ExitName[]) {
    const error = new CodedError({ code: 'EMU-102', text: 'it cannot listen', next: 'Choose another port.' }, exit);
    const there = posted(error);
    assert.ok(there instanceof CodedError);
    assert.deepEqual(
      [there.code, there.message, there.next, there.exit],
      ['EMU-102', 'it cannot listen', 'Choose another port.', exitCode[exit]],
    );
  }
});

test('any other error crosses as a sentence', () => {
  assert.equal(posted(new TypeError('no such thing')).message, 'TypeError: no such thing');
  assert.equal(posted('thrown as it is').message, 'thrown as it is');
});
