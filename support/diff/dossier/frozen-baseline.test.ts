import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aRecording } from '../../evidence/testing/sample-run.js';
import { exchangeIdsIn } from './exchange-ids-in.js';
import { frozenBaseline } from './frozen-baseline.js';
import { aBaseline, anApproval, anObservation } from './testing/sample-comparison.js';

const whole: Readonly<Record<string, string>> = {
  'plan/baseline/baseline.json': JSON.stringify(aBaseline()),
  'plan/baseline/observed.json': JSON.stringify(anObservation()),
  'plan/baseline/approvals.json': JSON.stringify([anApproval()]),
};

const read = (change: Readonly<Record<string, string>>) => frozenBaseline(aRecording([], { ...whole, ...change }));

test('what was frozen is read back; a run without a baseline has none', async () => {
  const noise = { runs: [['run-a', 'run-b']], aspects: ['an aspect'] };
  const frozen = await read({ 'plan/baseline/noise.json': JSON.stringify(noise) });
  assert.deepEqual([frozen?.facts, frozen?.noise, frozen?.approvals], [aBaseline(), noise, [anApproval()]]);
  assert.equal((await read({}))?.noise, null);
  assert.equal(await frozenBaseline(aRecording()), null);
});

const damages: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  ['another form', { 'plan/baseline/baseline.json': '{}' }, /baseline\.json/],
  ['no JSON', { 'plan/baseline/approvals.json': '[' }, /approvals\.json/],
  ['nothing', { 'plan/baseline/observed.json': '' }, /observed\.json/],
  [
    'what another run saw',
    { 'plan/baseline/baseline.json': JSON.stringify(aBaseline({ runId: 'run-20261101T080000Z-cccccc' })) },
    /observed\.json.* it is not what run-20261101T080000Z-cccccc saw/,
  ],
];

for (const [name, change, words] of damages) {
  test(`a frozen file that holds ${name} is named`, async () => {
    await assert.rejects(read(change), { code: 'VFY-302', message: words });
  });
}

test('every exchange that something names is found, at any depth, and nothing else', () => {
  const named = {
    a: ['x-000001', { b: 'run-20261110T080000Z-bbbbbb/x-000002' }],
    c: null,
    d: 'x-ray',
    e: 'see x-000003',
  };
  assert.deepEqual([...exchangeIdsIn(named)].sort(), ['run-20261110T080000Z-bbbbbb/x-000002', 'x-000001']);
});
