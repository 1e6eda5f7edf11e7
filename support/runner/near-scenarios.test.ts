import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearScenarios } from './near-scenarios.js';

const uri = 'features/cards/a.feature';
const catalogue = [5, 14, 30].map((line) => ({ uri, line })).concat({ uri: 'features/b.feature', line: 12 });

for (const [argv, near] of [
  [[`${uri}:12`], '12 are in line 5 and line 14'],
  [['-p', 'emulator', `./${uri}:14:3`], '14 are in line 14 and line 30'],
  [[`${uri}:1`], '1 are in line 5'],
  [['features\\\\cards\\\\a.feature:99'.replaceAll('\\\\', '\\')], '99 are in line 30'],
  [['features/none.feature:3', `${uri}:31`], '31 are in line 30'],
] as const) {
  test(`near ${argv.join(' ')}: line ${near}`, () => {
    assert.equal(nearScenarios(argv, catalogue), `In ${uri} the scenarios around line ${near}`);
  });
}

for (const argv of [[], [uri], ['-p', 'emulator', '--tags', '@TM-01'], ['features/none.feature:3']]) {
  test(`nothing is near ${argv.join(' ') || 'no argument'}`, () => {
    assert.equal(nearScenarios(argv, catalogue), null);
  });
}
