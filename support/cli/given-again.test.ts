import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenAgain, type GivenFlags } from './given-again.js';
import { defaultReportsFolder } from './latest.js';

const cases: readonly (readonly [GivenFlags, string])[] = [
  [{}, ''],
  [{ out: defaultReportsFolder }, ''],
  [{ out: 'fail', envFile: 'e.env' }, '--out fail --env-file e.env'],
  [{ program: 'my program.json', allowHost: ['a', 'b'] }, "--program 'my program.json' --allow-host a --allow-host b"],
];

for (const [flags, words] of cases)
  test(`what was given (${JSON.stringify(flags)}) is given again`, () => {
    assert.equal(givenAgain(flags), words);
  });
