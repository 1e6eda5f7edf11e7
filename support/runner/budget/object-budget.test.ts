import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ownContractPath } from '../../config/own-contract-path.js';
import { loadContract } from '../../contract/load-contract.js';
import type { KindCounts } from '../../contract/object-kinds.js';
import { callOf } from '../../trace/test-kit/exchange-of.js';
import { problemVerdict } from '../../verdict/problem-verdicts.js';
import { ObjectBudget } from './object-budget.js';

const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
const table = new Map<string, { readonly creates: KindCounts }>([
  ['s', { creates: { cardholder: 2, 'simulated-deposit': 1 } }],
  ['t', { creates: { cardholder: 1 } }],
]);
const budget = () => new ObjectBudget({ table, contract });
const created = (status: number) => callOf('createCardholder', 'POST', '/cardholders', { status });

describe('the budget of objects', () => {
  it('gives each scenario its own, kind by kind, and no more', () => {
    const one = budget();
    one.draw('s', 'createCardholder');
    one.draw('s', 'createCardholder');
    one.draw('t', 'createCardholder');
    assert.throws(() => one.draw('s', 'createCardholder'), { code: 'BGT-101' });
    assert.throws(() => one.draw('t', 'issueVirtualCard'), { code: 'BGT-101' });
    assert.throws(() => one.draw('unknown', 'createCardholder'), { code: 'BGT-101' });
    assert.deepEqual(one.of('s'), { cardholder: 2 });
  });

  it('counts both kinds of card as cards, and every simulated deposit as one movement', () => {
    const one = new ObjectBudget({ table: null, contract });
    for (const id of ['issueVirtualCard', 'issuePhysicalCard', 'simulateBankDeposit', 'simulateCryptoDeposit']) {
      one.draw('s', id);
    }
    assert.deepEqual(one.of('s'), { card: 2, 'simulated-deposit': 2 });
  });

  it('asks nothing of reads and of calls that create nothing', () => {
    const one = budget();
    for (let index = 0; index < 50; index += 1) {
      one.draw('s', 'getCard');
      one.draw('s', 'setCardStatus');
    }
    assert.deepEqual(one.of('s'), {});
  });

  it('takes a refused try as used, and gives back only what was turned away with 429', () => {
    const one = budget();
    one.draw('t', 'createCardholder');
    one.settle({ ...created(400), scenario: 't' });
    assert.throws(() => one.draw('t', 'createCardholder'), { code: 'BGT-101' });
    one.settle({ ...created(429), scenario: 't' });
    one.draw('t', 'createCardholder');
    assert.throws(() => one.draw('t', 'createCardholder'), { code: 'BGT-101' });
  });

  it('goes on from what the record of an earlier process shows', () => {
    const one = budget();
    for (const exchange of [created(200), created(429), { ...created(200), replayed: true as const }]) {
      one.recall(exchange);
    }
    one.recall({ ...created(200), scenario: null });
    assert.deepEqual(one.of('s'), { cardholder: 1 });
    one.draw('s', 'createCardholder');
    assert.throws(() => one.draw('s', 'createCardholder'), { code: 'BGT-101' });
  });

  it('never lets more through than the table says, however calls and answers are mixed', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('s', 't'), fc.constantFrom(200, 400, 429, 503)));
    fc.assert(
      fc.property(steps, (calls) => {
        const one = budget();
        const left = new Map<string, number>();
        for (const [scenario, status] of calls) {
          try {
            one.draw(scenario, 'createCardholder');
          } catch {
            // Refused by the budget: nothing was sent.
            continue;
          }
          one.settle({ ...created(status), scenario });
          if (status !== 429) left.set(scenario, (left.get(scenario) ?? 0) + 1);
        }
        return (left.get('s') ?? 0) <= 2 && (left.get('t') ?? 0) <= 1;
      }),
    );
  });

  it('makes its scenario a harness error: the table or the steps are wrong, not the target', () => {
    const verdict = problemVerdict({ code: 'BGT-101', message: 'used up' }, false);
    assert.equal(verdict?.verdict, 'harness-error');
  });
});
