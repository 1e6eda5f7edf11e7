import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exchangeFixture } from './checks/exchange-fixture.js';
import { isSuperseded } from './superseded.js';

function tryOf(trace: string, attempt: number) {
  const exchange = exchangeFixture({ failure: 'reset' });
  const headers = { traceparent: `00-${trace}-00f067aa0ba902b7-01` };
  return { ...exchange, attempt, request: { ...exchange.request, headers } };
}

describe('a superseded try', () => {
  const first = tryOf('a', 1);
  const second = tryOf('a', 2);

  it('is one that a later try of the same call follows', () => {
    assert.equal(isSuperseded(first, [first, second]), true);
  });

  it('is never the last try', () => {
    assert.equal(isSuperseded(second, [first, second]), false);
  });

  it('is not superseded by a later try of another call to the same address', () => {
    assert.equal(isSuperseded(tryOf('b', 1), [first, second]), false);
  });

  it('needs a trace id', () => {
    const bare = exchangeFixture({ failure: 'reset' });
    assert.equal(isSuperseded(bare, [bare, { ...bare, attempt: 2 }]), false);
  });
});

describe('a call that a resumed run made again', () => {
  const cut = { ...exchangeFixture({ failure: 'cancelled' }), id: 'x-000009', scenario: 's', ordinal: 3 };
  const again = { ...exchangeFixture({}), id: 'x-000012', scenario: 's', ordinal: 3 };

  it('answers for the one that the stop cut off, and not the other way round', () => {
    assert.equal(isSuperseded(cut, [cut, again]), true);
    assert.equal(isSuperseded(again, [cut, again]), false);
  });

  it('answers for no other call', () => {
    assert.equal(isSuperseded(cut, [cut, { ...again, ordinal: 4 }]), false);
    assert.equal(isSuperseded(cut, [cut, { ...again, scenario: 'other' }]), false);
  });

  it('is told from an earlier one by the number behind the sixth digit too', () => {
    const [last, next] = [
      { ...cut, id: 'x-999999' },
      { ...again, id: 'x-1000000' },
    ];
    assert.equal(isSuperseded(last, [last, next]), true);
    assert.equal(isSuperseded(next, [last, next]), false);
  });
});

describe('a callback that broke off', () => {
  const call = { operationId: 'receiveOtpCallback', scenario: 's', identity: 'inbound' };
  const broken = { ...exchangeFixture({ failure: 'reset' }), ...call, id: 'x-000009' };
  const whole = { ...exchangeFixture({}), ...call, id: 'x-000012' };

  it('is answered for by a whole one that came later', () => {
    assert.equal(isSuperseded(broken, [broken, whole]), true);
    assert.equal(isSuperseded(whole, [broken, whole]), false);
  });

  it('is not by one before it, of another scenario, or broken too', () => {
    const others = [
      { ...whole, id: 'x-000008' },
      { ...whole, scenario: 'other' },
      { ...broken, id: 'x-000012' },
    ];
    for (const other of others) assert.equal(isSuperseded(broken, [broken, other]), false);
  });
});
