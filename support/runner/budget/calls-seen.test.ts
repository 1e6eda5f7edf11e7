import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ownContractPath } from '../../config/own-contract-path.js';
import { loadContract } from '../../contract/load-contract.js';
import { callOf, exchangeOf } from '../../trace/test-kit/exchange-of.js';
import { beyondTable, callsSeen, widest } from './calls-seen.js';

const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
const create = callOf('createCardholder', 'POST', '/cardholders');

describe('callsSeen', () => {
  it('lists operations and counts creating calls by scenario', async () => {
    const seen = await callsSeen(
      [create, create, exchangeOf({ operationId: 'getCardholder' }), { ...create, scenario: 't' }],
      contract,
    );
    assert.deepEqual(seen.get('s'), { operations: ['createCardholder', 'getCardholder'], creates: { cardholder: 2 } });
    assert.deepEqual(seen.get('t'), { operations: ['createCardholder'], creates: { cardholder: 1 } });
  });

  it('leaves out callbacks, replayed answers, probes and what belongs to no scenario', async () => {
    const strange = [
      exchangeOf({ operationId: 'receiveOtpCallback' }),
      { ...create, replayed: true as const },
      { ...create, scenario: null },
      exchangeOf({ operationId: null }),
    ];
    assert.equal((await callsSeen(strange, contract)).size, 0);
  });
});

describe('beyondTable', () => {
  const table = new Map([['s', { operations: ['createCardholder'], creates: { cardholder: 1 } }]]);

  it('is silent about what stays inside', () => {
    assert.deepEqual(beyondTable(table, table), []);
  });

  it('names every operation and count beyond, and every scenario without an entry', () => {
    const seen = new Map([
      ['s', { operations: ['createCardholder', 'getCard'], creates: { cardholder: 2, card: 1 } }],
      ['t', { operations: [], creates: {} }],
    ]);
    assert.deepEqual(beyondTable(seen, table), [
      's: getCard is not in its entry',
      's: 2 of kind cardholder, allowed 1',
      's: 1 of kind card, allowed 0',
      't: no entry',
    ]);
  });
});

describe('widest', () => {
  it('joins the operations and takes the most of each kind', () => {
    const first = new Map([['s', { operations: ['b', 'a'], creates: { card: 2, wallet: 1 } }]]);
    const second = new Map([['s', { operations: ['c', 'a'], creates: { card: 1, transfer: 1 } }]]);
    assert.deepEqual(
      widest([first, second]),
      new Map([['s', { operations: ['a', 'b', 'c'], creates: { card: 2, wallet: 1, transfer: 1 } }]]),
    );
  });
});
