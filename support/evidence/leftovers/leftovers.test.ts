import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ownContractPath } from '../../config/own-contract-path.js';
import { loadContract } from '../../contract/load-contract.js';
import type { Exchange } from '../../trace/exchange.js';
import { callOf } from '../../trace/test-kit/exchange-of.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import { collectLeftovers } from './collect-leftovers.js';
import { creationsOf } from './creations.js';
import { leftoverLine } from './leftover-line.js';

const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
const runId = 'run-20261121T062419Z-4a142b';
const label = 'run-20261121t062419z-4a142b.dc2153.2';
const facts = { runId, gone: false, creates: creationsOf(contract) };

const cardholder = callOf('createCardholder', 'POST', '/cardholders', {
  id: 'x-000001',
  sent: { emailAdr: '[synthetic:email:nlknocnh]' },
  answered: { status: 'success', cardholderId: 10341 },
});
const card = callOf('issueVirtualCard', 'POST', '/cards/virtual/10341', {
  id: 'x-000002',
  sent: { alias: label },
  answered: { status: 'success', cardId: 80393 },
});
const refused = callOf('createWallet', 'POST', '/wallets', { status: 400, answered: { status: 'error' } });
const subscribed = callOf('subscribeOtp', 'POST', '/otp/listeners', {
  id: 'x-000003',
  answered: { token: '[masked:token:bglffhpi]', expiresAt: null, status: 'success' },
});
const ended = (status: number, token = '[masked:token:bglffhpi]') =>
  callOf('unsubscribeOtp', 'DELETE', `/otp/listeners/${token}`, { id: 'x-000004', status });
const lost: Exchange = { ...cardholder, response: null, failure: { class: 'reset', detail: 'gone' } };

describe('collectLeftovers', () => {
  it('lists what was created with id, label, scenario and time, by kind', async () => {
    const { kinds, uncertain } = await collectLeftovers([cardholder, card, refused], facts);
    assert.deepEqual(uncertain, []);
    assert.deepEqual(
      kinds.map(({ kind, count, source }) => [kind, count, source]),
      [
        ['cardholder', 1, 'docs/cardholders-and-compliance'],
        ['card', 1, 'docs/guide-manage-card-lifecycle'],
      ],
    );
    assert.deepEqual(kinds[1]?.objects, [
      { id: 80393, label, scenario: 's', at: '2026-01-01T00:00:00.000Z', exchangeId: 'x-000002' },
    ]);
  });

  it('names the part of a label that masking leaves to be known', async () => {
    const { kinds } = await collectLeftovers([cardholder], facts);
    assert.match(kinds[0]?.objects[0]?.label ?? '', /^run-20261121t062419z-4a142b\.[0-9a-f]{6}$/);
    assert.equal((await collectLeftovers([subscribed], facts)).kinds[0]?.objects[0]?.label, null);
  });

  it('drops a subscription that was ended, and notes an end that was refused', async () => {
    assert.deepEqual((await collectLeftovers([subscribed, ended(200)], facts)).kinds, []);
    for (const [status, received] of [
      [404, 'HTTP 404'],
      [503, 'HTTP 503'],
    ] as const) {
      const { kinds } = await collectLeftovers([subscribed, ended(status)], facts);
      assert.deepEqual(kinds[0]?.objects[0]?.cleanUp, { exchangeId: 'x-000004', received });
    }
    const other = await collectLeftovers([subscribed, ended(200, '[masked:token:other]')], facts);
    assert.equal(other.kinds[0]?.count, 1);
  });

  it('counts what was found again after a lost answer, and no replayed answer', async () => {
    const adopted = { ...lost, adopted: { kind: 'cardholder', id: 7, exchangeId: 'x-000009' } };
    const { kinds, uncertain } = await collectLeftovers([adopted, { ...card, replayed: true }], facts);
    assert.deepEqual(uncertain, []);
    assert.deepEqual(
      kinds.map(({ kind, objects }) => [kind, objects[0]?.id, objects[0]?.adopted]),
      [['cardholder', 7, true]],
    );
  });

  const doubtful: readonly (readonly [string, Exchange, number])[] = [
    ['a reset', lost, 1],
    ['a server failure', { ...cardholder, response: { status: 502, headers: {}, body: { kind: 'none' } } }, 1],
    ['a rejected handshake', { ...lost, failure: { class: 'tls', detail: 'no' } }, 0],
    ['a refusal', refused, 0],
    ['a call turned away', { ...cardholder, response: { status: 429, headers: {}, body: { kind: 'none' } } }, 0],
  ];
  for (const [what, exchange, count] of doubtful) {
    it(`${count === 0 ? 'forgets' : 'keeps as uncertain'} ${what}`, async () => {
      const { kinds, uncertain } = await collectLeftovers([exchange], facts);
      assert.deepEqual(kinds, []);
      assert.equal(uncertain.length, count);
    });
  }

  it('says so when an accepted answer named no id', async () => {
    const nameless = callOf('createSupportTicket', 'POST', '/support/tickets', { answered: { status: 'success' } });
    assert.equal((await collectLeftovers([nameless], facts)).kinds[0]?.objects[0]?.id, null);
  });

  it('has the shape of its schema', async () => {
    const leftovers = await collectLeftovers([cardholder, card, subscribed, ended(404), lost], facts);
    assert.equal(shapeProblem('leftovers', leftovers), null);
    assert.notEqual(shapeProblem('leftovers', { ...leftovers, extra: 1 }), null);
  });
});

describe('leftovers.json', () => {
  it('is told in one line', async () => {
    const all = await collectLeftovers([cardholder, { ...cardholder, id: 'x-000005' }, card, lost], facts);
    assert.equal(
      leftoverLine(all),
      'Left behind: 2 cardholders, 1 card, and perhaps 1 more (no answer came) (leftovers.json)',
    );
    assert.equal(
      leftoverLine({ ...all, uncertain: [], gone: true }),
      'Left behind on the emulator, which is gone: 2 cardholders, 1 card (leftovers.json)',
    );
    assert.equal(leftoverLine(await collectLeftovers([], facts)), 'Left behind: nothing (leftovers.json)');
  });
});
