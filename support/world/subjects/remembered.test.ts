import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exchangeFixture } from '../../verdict/checks/exchange-fixture.js';
import { keepId, Remembered } from './remembered.js';

describe('something remembered', () => {
  it('gives the value kept last', () => {
    const card = new Remembered<number>('a card');
    card.keep(1);
    card.keep(2);
    assert.equal(card.get(), 2);
  });

  it('is the mistake of the feature when nothing was made', () => {
    assert.throws(() => new Remembered<number>('a card').get(), { code: 'WLD-105' });
  });

  it('is an unmet precondition when the target accepted without an id', () => {
    const card = new Remembered<number>('a card');
    card.keep(1);
    keepId(card, undefined, exchangeFixture({ status: 204 }));
    assert.throws(() => card.get(), { code: 'WLD-101', message: /HTTP 204 without a numeric id/ });
    keepId(card, 7, exchangeFixture());
    assert.equal(card.get(), 7);
  });

  it('is an unmet precondition when the call that should make it failed', () => {
    const card = new Remembered<number>('a card');
    keepId(card, undefined, exchangeFixture({ failure: 'refused' }));
    assert.throws(() => card.get(), { code: 'WLD-101', message: /no HTTP answer/ });
  });

  it('outlives a refusal to make another', () => {
    const card = new Remembered<number>('a card');
    card.keep(1);
    keepId(card, undefined, exchangeFixture({ status: 409 }));
    assert.equal(card.get(), 1);
  });
});
