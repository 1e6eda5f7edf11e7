import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Label, TestResult } from 'allure-js-commons';
import { aCheck, aFinding, aResult, aStep } from '../../verdict/testing/samples.js';
import { evidenceFolder } from '../evidence-folder.js';
import { anExchange, aRun, asStream, withFolder } from '../testing/sample-run.js';
import { writeAllure } from './write-allure.js';

const wait = {
  for: 'card status Active',
  deadlineSeconds: 60,
  startedAt: '2026-11-21T08:00:00.000Z',
  endedAt: '2026-11-21T08:00:01.000Z',
  met: true,
  timeline: [{ at: '2026-11-21T08:00:00.500Z', state: 'On Hold', exchangeId: 'x-000001' }],
};

async function resultsIn(folder: string): Promise<TestResult[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('-result.json'));
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as TestResult));
}

function values(labels: readonly Label[], name: string): string[] {
  return labels.filter((label) => label.name === name).map(({ value }) => value);
}

test('a scenario becomes one result with labels, links, steps and its masked traffic', () =>
  withFolder(async (root) => {
    const result = aResult({
      waits: [wait],
      exchangeIds: ['x-000001', 'x-000002'],
      steps: [aStep({ exchangeIds: ['x-000001'] })],
    });
    const exchanges = ['x-000001', 'x-000002', 'x-000003'].map((id) => anExchange({ id }));
    await writeAllure(evidenceFolder(root), aRun([result]), asStream(exchanges));
    const folder = join(root, 'allure-results');
    const [written, ...others] = await resultsIn(folder);
    assert.ok(written);
    assert.equal(others.length, 0);
    assert.equal(written.status, 'passed');
    assert.deepEqual(values(written.labels, 'epic'), ['card lifecycle']);
    assert.deepEqual(values(written.labels, 'requirement'), ['TM-29']);
    assert.deepEqual(values(written.labels, 'tag'), ['TM-29']);
    assert.deepEqual(values(written.labels, 'evidence'), ['state-transitions']);
    assert.deepEqual(values(written.labels, 'severity'), ['critical']);
    assert.deepEqual(values(written.labels, 'owner'), []);
    assert.deepEqual(
      written.links.map(({ url }) => url),
      ['https://docs.api.axyscards.com/docs/guide-manage-card-lifecycle'],
    );
    assert.deepEqual(
      written.steps.map(({ attachments }) => attachments.map(({ name }) => name)),
      [['x-000001 GET /cards/7 (getCard): 200']],
    );
    assert.deepEqual(
      written.attachments.map(({ name }) => name),
      ['Checks', 'Waits', 'x-000002 GET /cards/7 (getCard): 200'],
    );
    const source = written.steps[0]?.attachments[0]?.source ?? '';
    assert.deepEqual(JSON.parse(await readFile(join(folder, source), 'utf8')), exchanges[0]);
    // Two exchanges, two tables, the result, environment and categories; the exchange of no scenario is not there.
    assert.equal((await readdir(folder)).length, 7);
    assert.match(await readFile(join(folder, 'environment.properties'), 'utf8'), /Decision=practice-pass/);
  }));

test('every cause of the run is a category', () =>
  withFolder(async (root) => {
    const failed = aResult({ verdict: 'fail', findings: [aFinding()], checks: [aCheck({ outcome: 'violated' })] });
    await writeAllure(evidenceFolder(root), aRun([failed]), asStream([anExchange()]));
    const categories = JSON.parse(await readFile(join(root, 'allure-results', 'categories.json'), 'utf8')) as {
      name: string;
    }[];
    const names = categories.map(({ name }) => name);
    assert.deepEqual(names.slice(0, 2), ['fail: check:card-active', 'fail: response-body-schema getCard /cardId']);
    assert.ok(names.includes('Nothing was checked'));
  }));

test('the same run writes the same files', () =>
  withFolder(async (root) => {
    const names = async (place: string): Promise<string[]> => {
      await writeAllure(evidenceFolder(join(root, place)), aRun(), asStream([anExchange()]));
      return (await readdir(join(root, place, 'allure-results'))).sort();
    };
    assert.deepEqual(await names('a'), await names('b'));
  }));

test('an exchange that the recording lacks stops the view, and none is left behind', () =>
  withFolder(async (root) => {
    await assert.rejects(writeAllure(evidenceFolder(root), aRun(), asStream([])), { code: 'EVD-105' });
    assert.deepEqual(await readdir(root), []);
  }));

test('polling is one attachment: the same call repeated within a step', () =>
  withFolder(async (root) => {
    const ids = ['x-000001', 'x-000002', 'x-000003', 'x-000004'];
    const post = { ...anExchange().request, method: 'PUT' };
    const exchanges = ids.map((id) => anExchange({ id, ...(id === 'x-000003' ? { request: post } : {}) }));
    const result = aResult({ exchangeIds: ids, steps: [aStep({ exchangeIds: ids })] });
    await writeAllure(evidenceFolder(root), aRun([result]), asStream(exchanges));
    const [written] = await resultsIn(join(root, 'allure-results'));
    assert.deepEqual(
      written?.steps[0]?.attachments.map(({ name }) => name),
      [
        'x-000001..x-000002 GET /cards/7 (getCard): 200, 2 calls',
        'x-000003 PUT /cards/7 (getCard): 200',
        'x-000004 GET /cards/7 (getCard): 200',
      ],
    );
  }));

test('scenarios that ran at the same time keep their own traffic', () =>
  withFolder(async (root) => {
    const one = aResult({
      id: 'one',
      exchangeIds: ['x-000001', 'x-000003'],
      steps: [aStep({ exchangeIds: ['x-000001', 'x-000003'] })],
    });
    const two = aResult({ id: 'two', exchangeIds: ['x-000002'], steps: [aStep({ exchangeIds: ['x-000002'] })] });
    const exchanges = ['x-000001', 'x-000002', 'x-000003'].map((id) => anExchange({ id }));
    await writeAllure(evidenceFolder(root), aRun([one, two]), asStream(exchanges));
    const names = (await resultsIn(join(root, 'allure-results')))
      .map(({ fullName, steps }) => [fullName, ...(steps[0]?.attachments.map(({ name }) => name.split(' ')[0]) ?? [])])
      .sort();
    assert.deepEqual(names, [
      ['one', 'x-000001..x-000003'],
      ['two', 'x-000002'],
    ]);
  }));
