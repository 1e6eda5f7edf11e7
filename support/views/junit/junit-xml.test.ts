import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { create } from 'xmlbuilder2';
import { packageRoot } from '../../config/package-root.js';
import { aCheck, aResult } from '../../verdict/testing/samples.js';
import { scenarioVerdicts } from '../../verdict/verdict.js';
import type { DecidedRun } from '../../evidence/decided-run.js';
import { junitPieces } from './junit-xml.js';
import { aRun } from '../../evidence/testing/sample-run.js';
import { verdictMapping } from '../verdict-mapping.js';

const junitXml = (run: DecidedRun) => [...junitPieces({ run, shown: run.results })].join('');

test('every verdict is counted as the mapping says and kept as our own word', () => {
  const xml = junitXml(aRun(scenarioVerdicts.map((verdict) => aResult({ id: verdict, verdict }))));
  const count = (kind: string) => Object.values(verdictMapping).filter(({ junit }) => junit === kind).length;
  assert.match(
    xml,
    new RegExp(
      `<testsuite .*tests="9" failures="${count('failure')}" errors="${count('error')}" time="[\\d.]+" skipped="${count('skipped')}"`,
    ),
  );
  for (const verdict of scenarioVerdicts) assert.match(xml, new RegExp(`^verdict: ${verdict}$`, 'm'));
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

test('rows of an Outline stay apart for readers that know a test by its class and name', () => {
  const xml = junitXml(aRun([aResult({ id: 'f:ends[1]' }), aResult({ id: 'f:ends[2]' })]));
  const names = [...xml.matchAll(/<testcase name="([^"]+)" classname="([^"]+)"/g)].map(([, name]) => name);
  assert.deepEqual(names, ['Block a card [1]', 'Block a card [2]']);
});

const xmllint = spawnSync('xmllint', ['--version']).status === 0;

test(
  'a strict reader takes it, and it has the shape of the schema',
  { skip: xmllint ? false : 'xmllint is not installed' },
  () => {
    const results = scenarioVerdicts.map((verdict) =>
      aResult({ id: verdict, verdict, reason: 'a <b> & \u0001', checks: [aCheck({ outcome: 'violated' })] }),
    );
    const schema = join(packageRoot(), 'schemas/evidence/junit.xsd');
    const check = (input: string) => spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, '-'], { input });
    const good = check(junitXml(aRun(results)));
    assert.equal(good.status, 0, good.stderr.toString());
    assert.equal(check(junitXml(aRun([]))).status, 0);
    assert.notEqual(check(junitXml(aRun(results)).replace('<testcase name=', '<testcase title=')).status, 0);
  },
);
