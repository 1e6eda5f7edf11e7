import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Exchange } from '../trace/exchange.js';
import type { CheckOutcome } from './verdict.js';
import { exchangeFixture } from './checks/exchange-fixture.js';
import { evaluateCheck } from './evaluate-check.js';

const finding = (outcome: CheckOutcome) => ({
  evaluate: () => ({ outcome, expected: 'up by 1', received: 'up by 0' }),
});

function call(number: number, is: Partial<Exchange>, how: Parameters<typeof exchangeFixture>[0] = {}): Exchange {
  const exchange = exchangeFixture(how);
  return { ...exchange, id: `x-00000${String(number)}`, ordinal: number, scenario: 's', ...is };
}

const posted = { request: { ...exchangeFixture({}).request, method: 'POST', path: '/wallets/transfer' } };
const read = call(3, { request: { ...posted.request, method: 'GET', path: '/wallets/1' } });
const outcomeOf = (calls: readonly Exchange[], seen: readonly Exchange[] = [read]) =>
  evaluateCheck(finding('violated'), { exchanges: seen, arguments: {} }, () => calls).outcome;

describe('what a check finds wrong after a call on which the target gave no word', () => {
  for (const [word, how] of [
    ['no answer', { failure: 'reset' }],
    ['one that never arrived', { failure: 'refused' }],
    ['a server failure', { status: 502 }],
    ['a rate limit', { status: 429 }],
  ] as const) {
    it(`is undetermined: ${word}`, () => {
      assert.equal(outcomeOf([call(2, posted, how), read]), 'undetermined');
    });
  }

  it('says which call it was, and keeps what was seen', () => {
    const calls = () => [call(2, { ...posted, operationId: 'transferFromWallet' }, { failure: 'reset' }), read];
    const { expected, received } = evaluateCheck(finding('violated'), { exchanges: [read], arguments: {} }, calls);
    assert.equal(expected, 'up by 1');
    assert.match(received, /^up by 0; what became of transferFromWallet \(x-000002\) is not known: no HTTP answer/);
  });

  it('is held against the target when every call was answered, yes or no', () => {
    for (const status of [200, 201, 302, 400, 404, 409, 422]) {
      assert.equal(outcomeOf([call(2, posted, { status }), read]), 'violated', String(status));
    }
  });

  it('is undetermined when a read was lost for good', () => {
    const reads = [1, 2].map((attempt) => ({
      attempt,
      request: { ...read.request, headers: { traceparent: '00-a-b-01' } },
    }));
    const [first = {}, second = {}] = reads;
    assert.equal(
      outcomeOf([call(1, first, { failure: 'reset' }), call(2, second, { failure: 'reset' }), read]),
      'undetermined',
    );
    assert.equal(outcomeOf([call(1, first, { failure: 'reset' }), call(2, second), read]), 'violated');
  });

  it('is held against it when the call came after all that the check looks at', () => {
    assert.equal(outcomeOf([read, call(4, posted, { failure: 'reset' })]), 'violated');
  });

  it('is held against it when whoever has no right to an answer got none', () => {
    const stranger = { ...posted, identity: 'no-certificate' } as const;
    assert.equal(outcomeOf([call(2, stranger, { failure: 'tls' }), read]), 'violated');
  });

  it('is held against it when the call was made again, or found to have taken effect', () => {
    const lost = call(1, { ...posted, ordinal: 2 }, { failure: 'cancelled' });
    assert.equal(outcomeOf([lost, call(2, posted, { status: 200 }), read]), 'violated');
    const adopted = { kind: 'wallet', id: 7, exchangeId: 'x-000002' } as const;
    assert.equal(outcomeOf([call(1, { ...posted, adopted }, { failure: 'cancelled' }), read]), 'violated');
  });

  it('is held against it when a rate limit turned the call away once, and it was made once more', () => {
    const away = call(1, posted, { status: 429 });
    assert.equal(outcomeOf([away, call(2, posted, { status: 200 }), read]), 'violated');
    assert.equal(outcomeOf([away, call(2, posted, { status: 429 }), read]), 'undetermined');
    const other = { request: { ...posted.request, path: '/wallets' } };
    assert.equal(outcomeOf([away, call(2, other, { status: 200 }), read]), 'undetermined');
  });

  it('is held against it when what ended without an answer was clean-up, or a replay of ours', () => {
    assert.equal(outcomeOf([call(2, { ...posted, cleanUp: true }, { failure: 'reset' }), read]), 'violated');
    assert.equal(outcomeOf([call(2, { ...posted, replayed: true }, { failure: 'reset' }), read]), 'violated');
  });
});

it('what holds, and what nothing could tell, stays as it is', () => {
  const lost = () => [call(2, posted, { failure: 'reset' }), read];
  for (const outcome of ['met', 'undetermined'] as const) {
    const { received } = evaluateCheck(finding(outcome), { exchanges: [read], arguments: {} }, lost);
    assert.equal(received, 'up by 0');
  }
});

it('no order of calls makes a violation of one that follows a call without a word', () => {
  const answers = fc.constantFrom({ status: 200 }, { status: 404 }, { status: 503 }, { failure: 'timeout' } as const);
  fc.assert(
    fc.property(fc.array(answers, { minLength: 1, maxLength: 8 }), fc.nat(7), (hows, end) => {
      const calls = hows.map((how, index) => call(index + 1, posted, how));
      const place = Math.min(end, calls.length - 1);
      const open = hows.slice(0, place + 1).some((how) => 'failure' in how || how.status === 503);
      const seen = calls.slice(place, place + 1);
      assert.equal(outcomeOf(calls, seen), open ? 'undetermined' : 'violated');
    }),
  );
});
