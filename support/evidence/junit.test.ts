import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create } from 'xmlbuilder2';
import { aCheck, aResult } from '../verdict/testing/samples.js';
import { scenarioVerdicts } from '../verdict/verdict.js';
import { junitXml } from './junit.js';
import { aRun } from './testing/sample-run.js';
import { verdictMapping } from './verdict-mapping.js';

test('every verdict is counted as the mapping says and kept as our own word', () => {
  const xml = junitXml(aRun(scenarioVerdicts.map((verdict) => aResult({ id: verdict, verdict }))));
  const count = (kind: string) => Object.values(verdictMapping).filter(({ junit }) => junit === kind).length;
  assert.match(
    xml,
    new RegExp(`tests="9" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`),
  );
  for (const verdict of scenarioVerdicts) assert.match(xml, new RegExp(`name="verdict" value="${verdict}"`));
});

test('a failure carries its reason and the checks that were not met', () => {
  const failed = aResult({
    verdict: 'fail',
    reason: 'not active',
    checks: [aCheck({ outcome: 'violated', received: '2' })],
  });
  const xml = junitXml(aRun([failed]));
  assert.match(
    xml,
    /<failure message="fail: not active" type="fail">fail check:card-active: .*received 2\nreplay: axys-certify run --scenario \S+<\/failure>/,
  );
});

test('a suite per feature, in order', () => {
  const xml = junitXml(aRun([aResult(), aResult({ id: 'b', feature: 'wallets/transfer.feature' })]));
  assert.deepEqual(
    [...xml.matchAll(/<testsuite name="([^"]+)"/g)].map(([, name]) => name),
    ['cards/hold.feature', 'wallets/transfer.feature'],
  );
});

test('markup and control characters in a reason stay well-formed text', () => {
  const xml = junitXml(aRun([aResult({ verdict: 'fail', reason: 'a <b> & "c" \u0000\u001B[31m' })]));
  assert.match(xml, /a &lt;b&gt; &amp; &quot;c&quot;/);
  assert.doesNotMatch(xml, /[\u0000\u001B]/);
  assert.doesNotThrow(() => create(xml));
});
