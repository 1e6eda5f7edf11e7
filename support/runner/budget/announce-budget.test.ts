import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { budgetKinds, type BudgetKind, type KindCounts } from '../../contract/object-kinds.js';
import { budgetLines } from './announce-budget.js';

function linesOf(counts: KindCounts): readonly string[] {
  const none = Object.fromEntries(budgetKinds.map((kind) => [kind, 0])) as Record<BudgetKind, number>;
  return budgetLines({ creates: { ...none, ...counts } });
}

describe('budgetLines', () => {
  it('says what a run creates and moves, and says so where it is nothing', () => {
    assert.deepEqual(linesOf({ cardholder: 2, ticket: 1, 'simulated-deposit': 3 }), [
      'This run creates at most 2 cardholders, 1 ticket',
      'and moves money by at most 3 simulated deposits',
    ]);
    assert.deepEqual(linesOf({ 'simulated-purchase': 1 }), [
      'This run creates nothing',
      'and moves money by at most 1 simulated purchase',
    ]);
    assert.deepEqual(linesOf({}), ['This run creates nothing', 'and moves no money']);
  });
});
