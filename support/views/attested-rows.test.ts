import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aResult, aRow, aRowResult } from '../verdict/testing/samples.js';
import { attestedRows } from './attested-rows.js';
import type { DecidedRun } from '../evidence/decided-run.js';
import { junitPieces } from './junit/junit-xml.js';
import { aRun } from '../evidence/testing/sample-run.js';

const junitXml = (run: DecidedRun) => [...junitPieces({ run, shown: [...run.results, ...attestedRows(run)] })].join('');

const reason = 'attested by B. Witness on 2026-11-20: The person answered.';
const attested = aRowResult({ id: 'TM-42', title: 'SMS reply', marks: ['attested'], reason });
const run = { ...aRun([aResult()], [aRow()]), requirements: [aRowResult(), attested] };

test('only attested rows are shown beside the scenarios, marked and with who said so', () => {
  const [shown, ...more] = attestedRows(run);
  assert.deepEqual(more, []);
  assert.deepEqual(
    [shown?.name, shown?.requirements, shown?.marks, shown?.reason],
    ['TM-42 SMS reply', ['TM-42'], ['attested'], reason],
  );
});

test('JUnit shows an attested row in a suite of its own, with its mark and words', () => {
  const xml = junitXml(run);
  assert.match(xml, /<testsuite name="attestations\.feature"/);
  assert.match(xml, /<testcase name="TM-42 SMS reply"[\s\S]*^marks: attested$/m);
  assert.ok(xml.includes(reason));
  assert.doesNotMatch(junitXml(aRun([aResult()], [aRow()])), /attest/);
});
