import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '../../trace/exchange.js';
import type { RecordedCall } from '../../runner/resume/recorded-scenario.js';
import { settleMs } from './recover-answer.js';
import { ScenarioCalls } from './scenario-calls.js';
import type { ScenarioCall } from './scenario-call.js';
import { scriptedRun, scriptedStart, type Script } from './test-kit/scripted-run.js';

const name = 'run-20260101t000000z-000000.abcdef.1';
const create: ScenarioCall = {
  ...{ operationId: 'createWallet', identity: 'program', expectedInvalid: null },
  input: { body: { name } },
};
const meant = (at: number): RecordedCall => ({
  intent: { operationId: 'createWallet', at: new Date(at).toISOString() },
  tries: [],
});
const list = (...items: readonly Json[]): Json => ({
  ...{ status: 'success', limit: 200 },
  items,
  total: items.length,
});

/** A scenario whose first call was meant and never answered, resumed against a list of wallets. */
async function lostCall(wallets: Script, at = scriptedStart) {
  const answers: Script = (call, earlier) =>
    call.operationId === 'listWallets' ? wallets(call, earlier) : { walletId: 77 };
  const made = await scriptedRun(answers);
  const calls = new ScenarioCalls(made.run, 's', { calls: new Map([[1, meant(at)]]), exchanges: [] });
  return { ...made, calls, operations: () => made.sent.map(({ operationId }) => operationId) };
}

describe('a call of a resumed scenario that the record answers', () => {
  it('is given back without sending anything, and the next one is sent after its intent', async () => {
    const { run, exchange, sent, journal } = await scriptedRun(() => ({ walletId: 78 }));
    const answer = exchange('createWallet', create.input, { scenario: 's', ordinal: 1 });
    const record = { calls: new Map([[1, { ...meant(scriptedStart), tries: [answer] }]]), exchanges: [answer] };
    const calls = new ScenarioCalls(run, 's', record);
    assert.equal(await calls.answer(create), answer);
    assert.deepEqual([sent, journal, calls.untold], [[], [], []]);
    await calls.answer(create);
    assert.equal(sent.length, 1);
    assert.deepEqual(journal, [
      { type: 'intent', scenario: 's', ordinal: 2, operationId: 'createWallet', label: name },
    ]);
  });

  it('is inconclusive where the record has another call in its place', async () => {
    const { run, exchange, sent } = await scriptedRun(() => ({ walletId: 78 }));
    const answer = exchange('createWallet', { body: { name: 'another' } }, { scenario: 's', ordinal: 1 });
    const record = { calls: new Map([[1, { ...meant(scriptedStart), tries: [answer] }]]), exchanges: [answer] };
    await assert.rejects(new ScenarioCalls(run, 's', record).answer(create), { code: 'WLD-122' });
    assert.deepEqual(sent, []);
  });
});

describe('a call of a resumed scenario whose answer was lost', () => {
  it('is not made again where the list shows what it made', async () => {
    const { calls, operations, journal } = await lostCall(() => list({ walletId: 5, name: name.toUpperCase() }));
    const exchange = await calls.answer(create);
    assert.equal(exchange.adopted?.id, 5);
    assert.equal(exchange.response, null);
    assert.deepEqual(operations(), ['listWallets']);
    assert.equal(journal.map((event) => event.type === 'lost-answer' && event.decision).join(), 'adopted');
  });

  it('is sent once where the whole list lacks it, after all the time it may have been on its way', async () => {
    const { calls, operations, slept, journal } = await lostCall(() => list({ walletId: 5, name: 'another' }));
    const exchange = await calls.answer(create);
    assert.equal(exchange.adopted, undefined);
    assert.deepEqual(operations(), ['listWallets', 'listWallets', 'createWallet']);
    assert.deepEqual(slept, [settleMs]);
    assert.deepEqual(
      journal.map(({ type }) => type),
      ['lost-answer', 'intent'],
    );
  });

  it('is not waited for longer where the clock was set back since it left', async () => {
    const { calls, slept } = await lostCall(() => list(), scriptedStart + 3_600_000);
    await calls.answer(create);
    assert.deepEqual(slept, [settleMs]);
  });

  it('is not waited for where it left long ago', async () => {
    const { calls, operations, slept } = await lostCall(() => list(), scriptedStart - settleMs);
    await calls.answer(create);
    assert.deepEqual(operations(), ['listWallets', 'createWallet']);
    assert.deepEqual(slept, []);
  });

  it('is not made again where it arrives while it is waited for', async () => {
    const { calls, operations } = await lostCall((_call, earlier) =>
      earlier.length === 0 ? list() : list({ walletId: 6, name }),
    );
    assert.equal((await calls.answer(create)).adopted?.id, 6);
    assert.deepEqual(operations(), ['listWallets', 'listWallets']);
  });

  const undecided: readonly (readonly [string, Json | number])[] = [
    ['shows items without the label', list({ walletId: 5 })],
    ['is refused', 403],
    ['fails', 500],
    ['is no list', { status: 'success' }],
    ['shows it without an id', list({ name })],
  ];
  for (const [what, answer] of undecided) {
    it(`is inconclusive, and not made again, where the list ${what}`, async () => {
      const { calls, operations, sunk } = await lostCall(() => answer);
      await assert.rejects(calls.answer(create), { code: 'WLD-121' });
      // It may have taken effect, so the record has it, without an answer.
      assert.deepEqual(
        sunk.map(({ operationId, ordinal, response, adopted }) => [operationId, ordinal, response, adopted]),
        [['createWallet', 1, null, undefined]],
      );
      assert.deepEqual(
        operations().filter((id) => id !== 'listWallets'),
        [],
      );
    });
  }
});
