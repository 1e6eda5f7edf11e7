import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isOrganic } from './organic.js';

const catalogue = [
  { id: 'TM-04', trigger: 'organic' },
  { id: 'TM-07', trigger: 'client' },
  { id: 'TM-22', trigger: 'organic' },
] as const;

const cases: readonly (readonly [readonly string[], boolean])[] = [
  [['TM-04'], true],
  [['TM-04', 'TM-22'], true],
  [['TM-07', 'TM-22'], false],
  [['TM-99'], false],
  [[], false],
];
for (const [rows, organic] of cases) {
  it(`a scenario of ${rows.join(' and ') || 'no row'} is ${organic ? '' : 'not '}organic`, () => {
    assert.equal(isOrganic(rows, catalogue), organic);
  });
}
