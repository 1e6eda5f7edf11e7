import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyCoverage } from '../../coverage/testing/empty-coverage.js';
import { aRecording } from '../../evidence/testing/sample-run.js';
import { contractDifference } from './contract-difference.js';
import { anObservedRun } from './testing/sample-comparison.js';

const judgedBy = { sha256: 'f'.repeat(64), version: '2.1' };

function contractWith(members: object, example: string): string {
  const schema = { type: 'object', properties: members, example };
  const answer = { description: 'the card', content: { 'application/json': { schema } } };
  return JSON.stringify({
    ...{ openapi: '3.1.0', info: { title: 'sample', version: '2.0' } },
    paths: { '/card': { get: { operationId: 'getCard', responses: { '200': answer } } } },
  });
}

const alias = { alias: { type: 'string' } };

function difference(before: string, after: string, contract = judgedBy) {
  const texts = {
    'plan/baseline/contract.json': before,
    'plan/contract.json': after,
    'plan/baseline/coverage.json': JSON.stringify(emptyCoverage),
  };
  return contractDifference(anObservedRun(), contract, aRecording([], texts));
}

test('what the contract no longer has is a change, joined with what the earlier run exercised', async () => {
  const { old, new: next, changes, coverage } = await difference(contractWith(alias, 'a'), contractWith({}, 'a'));
  assert.deepEqual([old.file, next.file], ['plan/baseline/contract.json', 'plan/contract.json']);
  assert.deepEqual(
    changes.map(({ rule, class: worst }) => [rule, worst]),
    [['optional-member-removed', 'breaking']],
  );
  assert.equal(coverage.unexercised.length, 1);
});

test('masked sample data with labels of another run is no change', async () => {
  const labelled = (letters: string) => contractWith(alias, `[masked:pan:${letters}:1234]`);
  assert.deepEqual((await difference(labelled('abcdefgh'), labelled('ponmlkji'))).changes, []);
});

test('the same contract is not even read', async () => {
  const same = { sha256: 'a'.repeat(64), version: '2.0' };
  assert.deepEqual((await difference('{', '{', same)).changes, []);
});

test('a frozen contract or coverage that is damaged is named', async () => {
  const good = contractWith(alias, 'a');
  await assert.rejects(
    contractDifference(
      anObservedRun(),
      judgedBy,
      aRecording([], {
        'plan/baseline/contract.json': good,
        'plan/contract.json': good,
        'plan/baseline/coverage.json': '[]',
      }),
    ),
    { code: 'VFY-302', message: /plan\/baseline\/coverage\.json/ },
  );
});
