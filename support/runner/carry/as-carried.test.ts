import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aClaim, aFinding, aResult } from '../../verdict/testing/samples.js';
import { asCarried } from './as-carried.js';
import { mergeClaims } from './merge-claims.js';

const runId = 'run-20261110T080000Z-bbbbbb';

test('a carried result keeps its words, is marked, and names the run in every exchange', () => {
  const wait = { for: 'x', deadlineSeconds: 1, startedAt: 't', endedAt: 't', met: true };
  const waits = [{ ...wait, timeline: [{ at: 't', state: 's', exchangeId: 'x-000001' }] }];
  const result = aResult({ findings: [aFinding()], waits });
  const carried = asCarried({ result, runId });
  assert.deepEqual([carried.verdict, carried.marks], ['pass', ['simulated', 'carried-over']]);
  const { exchangeIds, checks, findings, steps, waits: seen } = carried;
  const named = [
    ...[...exchangeIds, ...checks.flatMap((check) => check.exchangeIds), ...findings.map((one) => one.exchangeId)],
    ...[
      ...steps.flatMap((step) => step.exchangeIds),
      ...seen.flatMap((one) => one.timeline.map((at) => at.exchangeId)),
    ],
  ];
  assert.deepEqual(named, Array(5).fill(`${runId}/x-000001`));
  assert.ok(!JSON.stringify(carried).includes('"x-000001"'));
});

test('fewer calls never make a run see less: the stronger word about a capability stays', () => {
  const outcome = (own: 'contradicted' | 'upheld' | 'not-probed', earlier: 'contradicted' | 'upheld' | 'not-probed') =>
    mergeClaims(new Map([['sumsub', aClaim(own)]]), [aClaim(earlier)]).get('sumsub')?.outcome;
  assert.equal(outcome('not-probed', 'contradicted'), 'contradicted');
  assert.equal(outcome('upheld', 'contradicted'), 'contradicted');
  assert.equal(outcome('contradicted', 'upheld'), 'contradicted');
  assert.equal(outcome('not-probed', 'upheld'), 'upheld');
  assert.equal(mergeClaims(new Map(), [aClaim('contradicted')]).size, 0, 'a claim nobody makes any more is gone');
});
