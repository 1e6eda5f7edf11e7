import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCheck, aFinding, aResult } from '../verdict/testing/samples.js';
import { causesOf, incidentsOf } from './causes.js';

test('findings with one cause are one entry with its count and scenarios', () => {
  const causes = causesOf([
    aResult({ findings: [aFinding(), aFinding()] }),
    aResult({ id: 'b', findings: [aFinding()] }),
  ]);
  assert.deepEqual(
    causes.map(({ count, scenarios }) => ({ count, scenarios })),
    [{ count: 3, scenarios: ['cards/hold:block-a-card', 'b'] }],
  );
});

test('what a step announced and what was met is no cause', () => {
  assert.deepEqual(causesOf([aResult({ findings: [aFinding({ expected: true })] })]), []);
});

test('unmet checks are causes at the level of their provenance', () => {
  const checks = [
    aCheck({ outcome: 'violated' }),
    aCheck({ id: 'b', outcome: 'violated', provenance: 'assumed' }),
    aCheck({ id: 'c', outcome: 'undetermined' }),
  ];
  const levels = incidentsOf({ checks, findings: [] }).map(({ id, level }) => [id, level]);
  assert.deepEqual(levels, [
    ['check:card-active', 'fail'],
    ['check:b', 'review'],
    ['check:c', 'undetermined'],
  ]);
});

test('the worst level comes first, then the most frequent', () => {
  const findings = [
    aFinding({ cause: 'rare', level: 'advisory' }),
    aFinding({ cause: 'often', level: 'review' }),
    aFinding({ cause: 'often', level: 'review' }),
    aFinding({ cause: 'once', level: 'review' }),
    aFinding({ cause: 'worst', level: 'fail' }),
  ];
  assert.deepEqual(
    causesOf([aResult({ findings })]).map(({ id }) => id),
    ['worst', 'often', 'once', 'rare'],
  );
});
