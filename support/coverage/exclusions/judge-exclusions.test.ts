import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkExclusions } from './check-exclusions.js';
import { exclusionPattern } from './exclusion-pattern.js';
import type { ExclusionState } from './exclusion.js';
import { judgeExclusions } from './judge-exclusions.js';
import { exclusionsIn } from './read-exclusions.js';

const targets = [
  { id: 'status:getCard:/response/200', covered: true },
  { id: 'status:getCard:/response/5XX', covered: false },
];
const exclusion = (pattern: string) => ({
  ...{ targets: pattern, reason: 'nobody can provoke it', owner: 'maintainers', expires: '2026-12-31' },
});

const cases: readonly (readonly [string, string | null, ExclusionState, string | null])[] = [
  ['status:*:/response/5XX', '2026-12-31', 'used', null],
  ['status:*:/response/5XX', '2027-01-01', 'expired', 'COV-203'],
  ['status:*:/response/5XX', null, 'expired', 'COV-203'],
  ['status:*:/response/200', '2026-12-31', 'needless', null],
  ['status:getCards:*', '2026-12-31', 'matchless', 'COV-202'],
  ['status:getCards:*', '2027-01-01', 'matchless', 'COV-202'],
];
for (const [pattern, day, state, code] of cases) {
  test(`${pattern} on ${day ?? 'an unknown day'} is ${state}`, () => {
    const { exclusions, excused } = judgeExclusions([exclusion(pattern)], targets, day);
    assert.equal(exclusions[0]?.state, state);
    assert.deepEqual([...excused.keys()], state === 'used' ? ['status:getCard:/response/5XX'] : []);
    if (code === null) checkExclusions(exclusions);
    else assert.throws(() => checkExclusions(exclusions), { code, exit: 78 });
  });
}

test('a star stands for any characters, and everything else for itself', () => {
  const fits = exclusionPattern('status:*:/items/*/a.b');
  assert.ok(fits('status:getCard:/items/*/a.b'));
  assert.ok(!fits('status:getCard:/items/*/axb'));
  assert.ok(!fits('xstatus:getCard:/items/*/a.b'));
});

const shaped = (change: Readonly<Record<string, string>>): string =>
  JSON.stringify({ exclusions: [{ ...exclusion('status:*:/response/5XX'), ...change }] });
for (const text of [
  '{',
  '{}',
  shaped({ expires: '2026-13-01' }),
  shaped({ expires: 'never' }),
  shaped({ reason: 'because' }),
  shaped({ owner: '' }),
  shaped({ targets: 'status' }),
  shaped({ until: '2027-01-01' }),
]) {
  test(`an exclusion of another form is refused: ${text.slice(-60)}`, () => {
    assert.throws(() => exclusionsIn(text, 'exclusions.yaml'), { code: 'COV-201', exit: 78 });
  });
}
