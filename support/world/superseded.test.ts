import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exchangeFixture } from '../verdict/checks/exchange-fixture.js';
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
