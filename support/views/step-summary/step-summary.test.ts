import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someComparison } from '../../diff/dossier/testing/sample-comparison.js';
import { aCheck, aFinding, aResult, aRow } from '../../verdict/testing/samples.js';
import { aRun } from '../../evidence/testing/sample-run.js';
import { renderStepSummary } from './step-summary.js';

const failing = aResult({
  verdict: 'fail',
  reason: 'a check is violated',
  checks: [aCheck({ outcome: 'violated', expected: 'status 1', received: 'status `2` | 3' })],
  findings: [aFinding({ message: 'cardId is <text>' }), aFinding({ expected: true, message: 'announced' })],
});

test('a green run: decision, counts and where the pack is, and nothing to look at', () => {
  const text = renderStepSummary(aRun());
  assert.match(text, /^## axys-certify: PRACTICE-PASS \(exit 0\)\n\nevery applicable row/);
  assert.match(text, /\| Scenarios \| 1: 1 pass \|/);
  assert.match(text, /\| Requirements \| 1: 1 demonstrated \|/);
  assert.match(text, /`runs\/run-1\.zip`/);
  assert.doesNotMatch(text, /to look at|FAIL/);
});

test('a run that was stopped says of how many scenarios it had results', () => {
  assert.match(renderStepSummary({ ...aRun(), planned: 132 }), /\| Scenarios \| 1 of 132 planned: 1 pass \|/);
});

test('a shard says that all of them are merged next', () => {
  const testScripts = { shard: { index: 2, of: 4 }, command: null, scripts: [] };
  assert.match(
    renderStepSummary({ ...aRun(), testScripts }),
    /^- Next: merge all 4 shards, of which this is number 2: /m,
  );
  assert.doesNotMatch(renderStepSummary(aRun()), /merge/);
});

test('a failure says expected, received, where and how to run it again, and its row is listed', () => {
  const text = renderStepSummary(aRun([failing]));
  assert.match(text, /PRACTICE-FAIL \(exit 1\)/);
  assert.match(text, /\| TM-29 Block and unblock \| MUST \| contradicted \|/);
  assert.match(text, /\*\*fail\*\* TM-29 Block a card: a check is violated/);
  assert.ok(
    text.includes(String.raw`| the card is active | ${'`'}status 1${'`'} | ${'``'}status ${'`'}2${'`'} \| 3${'``'} |`),
    text,
  );
  assert.match(text, /- fail `response-body-schema getCard \/cardId`: cardId is &lt;text&gt;/);
  assert.doesNotMatch(text, /announced/);
  assert.match(text, /Where: `features\/cards\/hold\.feature:7`, traffic `exchanges\/cards-hold-/);
  assert.match(text, /Again: `axys-certify run --scenario cards\/hold:block-a-card`/);
  assert.match(text, /\| \*\*FAIL\*\* \| nothing the target did is rejected \|/);
});

test('a summary beyond the limit ends at a whole line and says how much is missing', () => {
  const run = aRun(
    Array.from({ length: 60 }, (_, index) => ({ ...failing, id: `cards/hold:row[${index}]` })),
    [aRow()],
  );
  const whole = renderStepSummary(run);
  const cut = renderStepSummary(run, 4096);
  assert.ok(Buffer.byteLength(cut) <= 4096);
  const [, kept = '', left = ''] = /^([^]*\n)\n_Cut here: (\d+) more lines\./.exec(cut) ?? [];
  assert.ok(whole.startsWith(kept) && kept !== '');
  assert.equal(whole.split('\n').length, kept.split('\n').length + Number(left));
  assert.doesNotMatch(whole, /Cut here/);
});

test('beside a baseline it says what changed since, each open change with its cause, rows and fingerprint', () => {
  const text = renderStepSummary({ ...aRun(), comparison: someComparison('a|b') });
  assert.match(text, /^- 2 breaking \(1 open\), 1 additive$/m);
  assert.match(text, /^\| breaking \| a\\\|b \(a\\\|b\) \| TM-29 \| `0b0b0b0b0b0b` \|$/m);
  assert.doesNotMatch(renderStepSummary(aRun()), /Changed since/);
});
