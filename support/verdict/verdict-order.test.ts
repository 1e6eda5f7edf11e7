import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { asVerdict, verdictEffect, verdictRank, worstVerdict } from './verdict-order.js';
import { scenarioVerdicts, type ScenarioVerdict } from './verdict.js';

const verdict = fc.constantFrom(...scenarioVerdicts);

test('the worst of nothing is not-run', () => {
  assert.equal(worstVerdict([]), 'not-run');
});

test('the worst is one of the given and no other is worse', () => {
  fc.assert(
    fc.property(fc.array(verdict, { minLength: 1 }), (all) => {
      const worst = worstVerdict(all);
      assert.ok(all.includes(worst));
      assert.ok(all.every((each) => verdictRank(worst) <= verdictRank(each)));
    }),
  );
});

test('the worst does not depend on order or grouping', () => {
  fc.assert(
    fc.property(fc.array(verdict, { minLength: 1 }), fc.array(verdict, { minLength: 1 }), (a, b) => {
      assert.equal(worstVerdict([...a, ...b]), worstVerdict([...b, ...a]));
      assert.equal(worstVerdict([...a, ...b]), worstVerdict([worstVerdict(a), worstVerdict(b)]));
    }),
  );
});

test('a word this build does not know is a harness error and blocks', () => {
  for (const word of ['passed', 'PASS', '', 'toString', 'constructor']) {
    assert.equal(asVerdict(word), 'harness-error');
    assert.equal(verdictEffect(word as ScenarioVerdict), 'blocks');
    assert.equal(worstVerdict(['pass', word as ScenarioVerdict]), 'harness-error');
  }
});
