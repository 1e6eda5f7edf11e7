import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OpenPack } from '../evidence/verify/open-pack.js';
import { countCucumber } from './count-cucumber.js';

const documents = [
  {
    gherkinDocument: {
      uri: 'features/a.feature',
      feature: { name: 'A', children: [scenario('n1', 'One'), scenario('n2', 'Two')] },
    },
  },
  { pickle: { id: 'p1', uri: 'features/a.feature', name: 'One', astNodeIds: ['n1'], tags: [], steps: [] } },
  { pickle: { id: 'p2', uri: 'features/a.feature', name: 'Two', astNodeIds: ['n2'], tags: [], steps: [] } },
];

function scenario(id: string, name: string) {
  return { scenario: { id, name, location: { line: 1 }, steps: [], examples: [] } };
}

/** One test case as Cucumber tells it; `hook` is what its first hook ended with. */
function testCase(pass: string, pickleId: string, { hook = 'PASSED', retried = false, ended = true } = {}) {
  const id = `${pass}-${pickleId}`;
  const step = (status: string) => ({ testStepFinished: { testCaseStartedId: `s-${id}`, testStepResult: { status } } });
  return [
    { testCase: { id, pickleId, testSteps: [] } },
    { testCaseStarted: { id: `s-${id}`, testCaseId: id } },
    ...[step(hook), step(hook === 'SKIPPED' ? 'PASSED' : 'SKIPPED')],
    ...(ended ? [{ testCaseFinished: { testCaseStartedId: `s-${id}`, willBeRetried: retried } }] : []),
  ];
}

function packOf(text: string | null): OpenPack {
  const file = {
    path: 'results/messages.ndjson',
    open: () => [Buffer.from(text ?? '')] as unknown as AsyncIterable<Buffer>,
  };
  return { place: '', files: [], odd: [], file: () => (text === null ? null : file) };
}

const counted = (...messages: readonly object[]) =>
  countCucumber(packOf([...documents, ...messages].map((message) => `${JSON.stringify(message)}\n`).join('')));

test('a test case counts when its first hook let it begin and it ended for good', async () => {
  const { finished } = await counted(...testCase('1', 'p1'), ...testCase('1', 'p2', { hook: 'SKIPPED' }));
  assert.deepEqual(finished, ['a:one']);
  assert.deepEqual((await counted(...testCase('1', 'p1', { retried: true }))).finished, []);
  assert.deepEqual((await counted(...testCase('1', 'p1', { ended: false }))).finished, []);
});

test('the passes of a resumed run are counted together, each scenario once', async () => {
  const first = [...testCase('1', 'p1'), ...testCase('1', 'p2', { ended: false })];
  const second = [...testCase('2', 'p1', { hook: 'SKIPPED' }), ...testCase('2', 'p2')];
  assert.deepEqual((await counted(...first, ...documents, ...second)).finished, ['a:one', 'a:two']);
});

test('a test case that the death of the process cut short is told apart from one that ended', async () => {
  const count = await counted(...testCase('1', 'p1'), ...testCase('1', 'p2', { ended: false }));
  assert.deepEqual([count.finished, count.finished && count.cutShort], [['a:one'], ['a:two']]);
  const retried = await counted(...testCase('1', 'p1', { retried: true }));
  assert.deepEqual(retried.finished && retried.cutShort, []);
});

test('a test case of a scenario nobody knows is named, not dropped', async () => {
  assert.deepEqual((await counted(...testCase('1', 'p9'))).finished, ['test case s-1-p9']);
});

test('messages that are missing or damaged are a problem, not a count of none', async () => {
  assert.match((await countCucumber(packOf(null))).problem ?? '', /missing/);
  assert.match((await countCucumber(packOf('{"meta":{}}\n{"pickle":'))).problem ?? '', /line 2/);
});
