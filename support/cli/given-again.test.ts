import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenAgain, variablesAgain, type GivenFlags } from './given-again.js';
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

test('variables of the process are given again, in the order of --help, and never a secret', () => {
  const environment = {
    ...{ AXYS_CONTRACT_OVERLAY: 'over.yaml', AXYS_CONTRACT: 'my contract.yaml', AXYS_ENV: 'staging', HOME: '/home/me' },
    ...{
      AXYS_API_KEY: 'key-of-the-program',
      AXYS_KEY_PASSPHRASE: 'open',
      HTTPS_PROXY: 'http://u:p@proxy',
      AXYS_PROGRAM: '',
    },
  };
  assert.equal(
    variablesAgain(environment),
    "AXYS_ENV=staging AXYS_CONTRACT='my contract.yaml' AXYS_CONTRACT_OVERLAY=over.yaml",
  );
  assert.equal(variablesAgain({}), '');
});
