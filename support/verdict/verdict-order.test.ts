import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asVerdict, verdictEffect, verdictRank } from './verdict-order.js';
import { scenarioVerdicts, type ScenarioVerdict } from './verdict.js';

test('verdicts rank in the order they are listed, the worst first', () => {
  const ranks = scenarioVerdicts.map(verdictRank);
  assert.deepEqual(
    ranks,
    scenarioVerdicts.map((_verdict, index) => index),
  );
});

test('a word this build does not know ranks as a harness error and blocks', () => {
  for (const word of ['passed', 'PASS', '', 'toString', 'constructor']) {
    assert.equal(asVerdict(word), 'harness-error');
    assert.equal(verdictRank(word as ScenarioVerdict), verdictRank('harness-error'));
    assert.equal(verdictEffect(word as ScenarioVerdict), 'blocks');
  }
});
