import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Label, TestResult } from 'allure-js-commons';
import { aCheck, aFinding, aResult, aStep } from '../../verdict/testing/samples.js';
import { evidenceFolder } from '../../evidence/evidence-folder.js';
import { anExchange, aRecording, aRun, withFolder } from '../../evidence/testing/sample-run.js';
import { historyId } from './test-result.js';
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
    await writeAllure(evidenceFolder(root), { run: aRun([result]), recorded: aRecording(exchanges) });
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
      [['x-000001 getCard 200'], [], []],
    );
    const [, waits, checks] = written.steps;
    assert.deepEqual([waits?.name, checks?.name], ['Waits (1)', 'Checks (1)']);
    assert.equal(waits?.steps[0]?.name, 'card status Active: reached');
    assert.deepEqual(
      checks?.steps[0]?.parameters.slice(0, 2).map(({ value }) => value),
      ['issuerCardStatus 1', 'issuerCardStatus 1'],
    );
    assert.deepEqual(
      written.attachments.map(({ name }) => name),
      ['x-000002 getCard 200'],
    );
    const source = written.steps[0]?.attachments[0]?.source ?? '';
    assert.deepEqual(JSON.parse(await readFile(join(folder, source), 'utf8')), exchanges[0]);
    // Two exchanges, the result, environment and categories; the exchange that no step made is not there.
    assert.equal((await readdir(folder)).length, 5);
    assert.match(await readFile(join(folder, 'environment.properties'), 'utf8'), /Decision=practice-pass/);
  }));

test('every cause of the run is a category', () =>
  withFolder(async (root) => {
    const failed = aResult({ verdict: 'fail', findings: [aFinding()], checks: [aCheck({ outcome: 'violated' })] });
    await writeAllure(evidenceFolder(root), { run: aRun([failed]), recorded: aRecording([anExchange()]) });
    const categories = JSON.parse(await readFile(join(root, 'allure-results', 'categories.json'), 'utf8')) as {
      name: string;
    }[];
    const names = categories.map(({ name }) => name);
    assert.deepEqual(names.slice(0, 2), ['Contract violation', 'Behaviour']);
    assert.deepEqual(names.slice(5, 7), ['fail: check:card-active', 'fail: response-body-schema getCard /cardId']);
    const [written] = await resultsIn(join(root, 'allure-results'));
    assert.match(written?.statusDetails.trace ?? '', /^class <contract-violation>\nclass <behaviour>\n/);
  }));

test('the same run writes the same files', () =>
  withFolder(async (root) => {
    const names = async (place: string): Promise<string[]> => {
      await writeAllure(evidenceFolder(join(root, place)), { run: aRun(), recorded: aRecording([anExchange()]) });
      return (await readdir(join(root, place, 'allure-results'))).sort();
    };
    assert.deepEqual(await names('a'), await names('b'));
  }));

test('an exchange that the recording lacks stops the view, and none is left behind', () =>
  withFolder(async (root) => {
    await assert.rejects(writeAllure(evidenceFolder(root), { run: aRun(), recorded: aRecording([]) }), {
      code: 'EVD-105',
    });
    assert.deepEqual(await readdir(root), []);
  }));

test('the traffic of a step is one attachment, whose title counts calls that come again', () =>
  withFolder(async (root) => {
    const ids = ['x-000001', 'x-000002', 'x-000003', 'x-000004'];
    const failure = { class: 'reset', detail: 'closed' } as const;
    const lost = { operationId: null, response: null, failure };
    const exchanges = ids.map((id) => anExchange({ id, ...(id === 'x-000003' ? lost : {}) }));
    const result = aResult({ exchangeIds: ids, steps: [aStep({ exchangeIds: ids }), aStep({ exchangeIds: ids })] });
    await writeAllure(evidenceFolder(root), { run: aRun([result]), recorded: aRecording(exchanges) });
    const [written] = await resultsIn(join(root, 'allure-results'));
    const attachments = written?.steps.flatMap((step) => step.attachments) ?? [];
    assert.deepEqual(
      attachments.map(({ name }) => name),
      ['x-000001..x-000004, 4 calls: getCard 200 x3, GET /cards/7 no answer (reset)'],
    );
    const text = await readFile(join(root, 'allure-results', attachments[0]?.source ?? ''), 'utf8');
    assert.deepEqual(JSON.parse(text), exchanges);
  }));

test('scenarios that ran at the same time keep their own traffic', () =>
  withFolder(async (root) => {
    const own = { one: ['x-000001', 'x-000003'], two: ['x-000002'] } as const;
    const results = Object.entries(own).map(([id, exchangeIds]) =>
      aResult({ id, exchangeIds, steps: [aStep({ exchangeIds })] }),
    );
    const exchanges = ['x-000001', 'x-000002', 'x-000003'].map((id, index) =>
      anExchange({ id, scenario: index === 1 ? 'two' : 'one' }),
    );
    await writeAllure(evidenceFolder(root), { run: aRun(results), recorded: aRecording(exchanges) });
    const names = (await resultsIn(join(root, 'allure-results')))
      .map(({ fullName, steps }) => [fullName, steps[0]?.attachments[0]?.name.split(/[ ,]/)[0]])
      .sort();
    assert.deepEqual(names, [
      ['one', 'x-000001..x-000003'],
      ['two', 'x-000002'],
    ]);
  }));

test('a scenario that was carried over has its traffic in another pack', () =>
  withFolder(async (root) => {
    const carried = aResult({ marks: ['carried-over'] });
    await writeAllure(evidenceFolder(root), { run: aRun([carried]), recorded: aRecording([]) });
    const [written] = await resultsIn(join(root, 'allure-results'));
    assert.deepEqual(written?.steps[0]?.attachments, []);
  }));

test('rows of an Outline have histories of their own, the same in every run', () => {
  const ids = ['f:ends[1]', 'f:ends[2]', 'f:ends'].map((id) => historyId({ id }));
  assert.equal(new Set(ids).size, 3);
  assert.equal(historyId({ id: 'f:ends[1]' }), ids[0]);
});
