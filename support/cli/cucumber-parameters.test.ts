import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCucumberParameters } from './cucumber-parameters.js';

test('a profile needs to say no more than its environment', () => {
  assert.deepEqual(readCucumberParameters({ environment: 'staging' }), {
    ...{ environment: 'staging', out: 'reports', envFile: null, program: null, seed: null },
  });
});

test('what is given is taken', () => {
  const given = { environment: 'emulator', out: '/tmp/r', envFile: 'e.env', program: 'p.json', seed: 7 };
  assert.deepEqual(readCucumberParameters(given), given);
});

const refused: readonly (readonly [unknown, string])[] = [
  [null, 'RUN-114'],
  [{}, 'RUN-114'],
  [{ out: 'r' }, 'RUN-114'],
  [{ environment: 'prod' }, 'RUN-112'],
  [{ environment: 'emulator', oot: 'r' }, 'RUN-112'],
  [{ environment: 'emulator', constructor: 'r' }, 'RUN-112'],
  [{ environment: 'emulator', out: '' }, 'RUN-112'],
  [{ environment: 'emulator', envFile: 1 }, 'RUN-112'],
  [{ environment: 'emulator', seed: -1 }, 'RUN-112'],
  [{ environment: 'emulator', seed: '1' }, 'RUN-112'],
];
for (const [given, code] of refused) {
  test(`${JSON.stringify(given)} is refused with ${code}`, () => {
    assert.throws(() => readCucumberParameters(given), { code, exit: 64 });
  });
}
