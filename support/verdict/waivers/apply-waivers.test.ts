import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Waiver } from '../../config/profile.js';
import { operationRows } from '../operation-rows.js';
import type { ScenarioFinding, ScenarioResult } from '../scenario-result.js';
import { aCheck, aFinding, aResult, aRow } from '../testing/samples.js';
import { applyWaivers } from './apply-waivers.js';

const catalogue = [
  aRow(),
  aRow({ id: 'TM-27' }),
  aRow({ id: 'TM-30' }),
  aRow({ id: 'TM-48', area: 'wallet', proves: ['money-moved'] }),
  aRow({ id: 'TM-37', area: 'deposit, crypto' }),
];
const waiver: Waiver = {
  ...{ requirement: 'TM-29', rule: 'card-active', reason: 'ticket 7', by: 'A. Person', expires: '2026-11-21' },
};
const violated = aCheck({ id: 'card-active:held', outcome: 'violated' });
const failed = aResult({ verdict: 'fail', checks: [violated] });

interface Setting {
  readonly waivers?: readonly Waiver[];
  readonly results?: readonly ScenarioResult[];
  readonly strays?: readonly ScenarioFinding[];
  readonly startedAt?: string;
}

function applied({
  waivers = [waiver],
  results = [failed],
  strays = [],
  startedAt = '2026-11-21T23:59:59.999Z',
}: Setting) {
  const run = { catalogue, results, context: { strayFindings: strays, operationRows }, startedAt };
  const { states, rows, scenarios, coversStray } = applyWaivers(waivers, run);
  return {
    states: states.map(({ state }) => state),
    items: states[0]?.items,
    rows: [...rows],
    scenarios: [...scenarios],
    coversStray,
  };
}

test('a waiver in date covers the check it names, by check or by variant, until its last day has ended', () => {
  for (const rule of ['card-active', 'card-active:held']) {
    const { states, rows, scenarios, items } = applied({ waivers: [{ ...waiver, rule }] });
    assert.deepEqual([states, rows, scenarios], [['used'], ['TM-29'], ['cards/hold:block-a-card']]);
    assert.match(items?.[0] ?? '', /the card is active \(card-active:held\)/);
  }
});

test('a lapsed waiver covers nothing; the start of the run decides', () => {
  const { states, rows, scenarios, items } = applied({ startedAt: '2026-11-22T00:00:00.000Z' });
  assert.deepEqual([states, rows, scenarios], [['expired'], [], []]);
  assert.deepEqual(items, ['the run began on 2026-11-22']);
});

test('what nothing needed is unused; what may not be waived, or is no row, is refused', () => {
  assert.deepEqual(applied({ results: [aResult()] }).states, ['unused']);
  const money = applied({ waivers: [{ ...waiver, requirement: 'TM-48' }] });
  assert.deepEqual([money.states, money.items], [['refused'], ['money is never waived']]);
  assert.deepEqual(applied({ waivers: [{ ...waiver, requirement: 'TM-99' }] }).states, ['refused']);
});

test('a refused waiver covers nothing, even where it names the very cause', () => {
  const lost = aResult({ requirements: ['TM-48'], verdict: 'fail', checks: [violated] });
  const { rows, scenarios } = applied({ waivers: [{ ...waiver, requirement: 'TM-48' }], results: [lost] });
  assert.deepEqual([rows, scenarios], [[], []]);
});

test('a second cause, or a failure that nothing names, is not covered', () => {
  const second = aResult({ verdict: 'fail', checks: [violated], findings: [aFinding({ operationId: 'x' })] });
  const unnamed = aResult({ verdict: 'fail', checks: [] });
  for (const result of [second, unnamed]) {
    const { rows, scenarios } = applied({ results: [result] });
    assert.deepEqual([rows, scenarios], [[], []]);
  }
});

test('each row needs a waiver of its own: the scenario’s other rows and the operation’s row stay contradicted', () => {
  const shared = aResult({ verdict: 'fail', checks: [violated], requirements: ['TM-29', 'TM-30'] });
  assert.deepEqual(applied({ results: [shared] }).rows, ['TM-29']);
  const answered = aResult({ verdict: 'fail', checks: [], findings: [aFinding()] });
  const rule = 'response-body-schema';
  const one = applied({ waivers: [{ ...waiver, rule }], results: [answered] });
  assert.deepEqual([one.rows, one.scenarios], [['TM-29'], ['cards/hold:block-a-card']]);
  const both = applied({
    waivers: [
      { ...waiver, rule },
      { ...waiver, rule, requirement: 'TM-27' },
    ],
    results: [answered],
  });
  assert.deepEqual(both.rows.toSorted(), ['TM-27', 'TM-29']);
});

test('a whole cause covers that cause alone', () => {
  const other = aFinding({ cause: 'response-body-schema getCard /status', exchangeId: 'x-000002' });
  const rule = aFinding().cause;
  assert.deepEqual(
    applied({
      waivers: [{ ...waiver, rule }],
      results: [aResult({ verdict: 'fail', checks: [], findings: [aFinding()] })],
    }).rows,
    ['TM-29'],
  );
  assert.deepEqual(
    applied({
      waivers: [{ ...waiver, rule }],
      results: [aResult({ verdict: 'fail', checks: [], findings: [aFinding(), other] })],
    }).rows,
    [],
  );
});

test('a finding outside every scenario is covered in the row of its operation only', () => {
  const stray = aFinding({ exchangeId: 'x-000009' });
  const rule = stray.rule;
  const elsewhere = applied({ waivers: [{ ...waiver, rule }], results: [], strays: [stray] });
  assert.equal(elsewhere.coversStray(stray), false);
  const own = applied({ waivers: [{ ...waiver, rule, requirement: 'TM-27' }], results: [], strays: [stray] });
  assert.deepEqual([own.coversStray(stray), own.states, own.rows], [true, ['used'], ['TM-27']]);
});

test('a waiver for instability is used where a scenario of the row was unstable', () => {
  const waivers = [{ ...waiver, rule: 'unstable' }];
  assert.deepEqual(applied({ waivers, results: [aResult({ marks: ['unstable'] })] }).states, ['used']);
  assert.deepEqual(applied({ waivers, results: [aResult()] }).states, ['unused']);
});

test('what is about money or authentication is covered in no row, and the waiver says why', () => {
  const rule = 'response-body-schema';
  const balance = aFinding({ operationId: 'getCardBalance', message: 'ledgerBalance is 10.5' });
  const refusedKey = aFinding({
    rule: 'status-documented',
    message: 'getCard (GET) answered 401: expected a status of 200 at /response/status, received 401.',
  });
  const table = [
    [{ ...waiver, rule }, { findings: [balance] }, /^money is never waived: ledgerBalance/],
    [{ ...waiver, rule: 'status-documented' }, { findings: [refusedKey] }, /^authentication is never waived/],
  ] as const;
  for (const [given, what, why] of table) {
    const result = aResult({ verdict: 'fail', checks: [], ...what });
    const { states, rows, scenarios, items } = applied({ waivers: [given], results: [result] });
    assert.deepEqual([states, rows, scenarios], [['unused'], [], []], given.rule);
    assert.match(items?.[0] ?? '', why);
  }
});

test('beside what is never waived, a waiver still covers what it may, and the scenario is not waived', () => {
  const rule = 'response-body-schema';
  const findings = [aFinding(), aFinding({ operationId: 'getCardBalance', message: 'ledgerBalance is 10.5' })];
  const result = aResult({ verdict: 'fail', checks: [], findings });
  const { states, items, rows, scenarios } = applied({ waivers: [{ ...waiver, rule }], results: [result] });
  assert.deepEqual([states, rows, scenarios], [['used'], [], []]);
  assert.equal(items?.length, 1);
});

test('a check that proves such rows only, or the cause of such an operation, is refused in any row', () => {
  for (const rule of ['money-moved', 'money-moved:twice', 'response-body-schema getCardBalance /ledgerBalance']) {
    const lost = aResult({
      verdict: 'fail',
      checks: [aCheck({ id: rule, check: 'money-moved', outcome: 'violated' })],
    });
    const { states, items, scenarios } = applied({ waivers: [{ ...waiver, rule }], results: [lost] });
    assert.deepEqual([states, items, scenarios], [['refused'], ['money is never waived'], []], rule);
  }
});

test('a waiver that lasts more than 366 days from the beginning of the run is refused and covers nothing', () => {
  const last = applied({ waivers: [{ ...waiver, expires: '2027-11-22' }] });
  assert.deepEqual([last.states, last.rows], [['used'], ['TM-29']]);
  const beyond = applied({ waivers: [{ ...waiver, expires: '2027-11-23' }] });
  assert.deepEqual([beyond.states, beyond.rows, beyond.scenarios], [['refused'], [], []]);
  assert.deepEqual(beyond.items, ['it lasts beyond 2027-11-22, 366 days after the run began']);
});
