import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aResult } from '../../verdict/testing/samples.js';
import { scenarioVerdicts } from '../../verdict/verdict.js';
import { historyFiles } from './history.js';
import { historyId } from './test-result.js';

const rows = ['f:ends[1]', 'f:ends[2]'];

function earlier(runId: string, verdict: 'pass' | 'fail') {
  return { runId, results: rows.map((id, index) => aResult({ id, verdict: index === 0 ? verdict : 'pass' })) };
}

test('the endings of a scenario come newest first, those of another row never among them', () => {
  const files = historyFiles([earlier('run-1', 'fail'), earlier('run-2', 'pass')]);
  const history = files['history.json'] as Record<
    string,
    { statistic: { total: number }; items: { status: string }[] }
  >;
  const statuses = rows.map((id) => history[historyId({ id })]?.items.map(({ status }) => status));
  assert.deepEqual(statuses, [
    ['passed', 'failed'],
    ['passed', 'passed'],
  ]);
  assert.equal(history[historyId({ id: 'f:ends[1]' })]?.statistic.total, 2);
});

test('the trend has a point a run, the newest first, numbered as they were made', () => {
  const trend = historyFiles([earlier('run-1', 'fail'), earlier('run-2', 'pass')])['history-trend.json'];
  assert.deepEqual(trend, [
    { buildOrder: 2, reportName: 'run-2', data: { failed: 0, broken: 0, skipped: 0, passed: 2, unknown: 0, total: 2 } },
    { buildOrder: 1, reportName: 'run-1', data: { failed: 1, broken: 0, skipped: 0, passed: 1, unknown: 0, total: 2 } },
  ]);
});

test('every verdict is counted once', () => {
  const results = scenarioVerdicts.map((verdict) => aResult({ id: verdict, verdict }));
  const [point] = historyFiles([{ runId: 'r', results }])['history-trend.json'] as { data: Record<string, number> }[];
  const { total, ...words } = point?.data ?? {};
  assert.equal(total, scenarioVerdicts.length);
  assert.equal(
    Object.values(words).reduce((sum, count) => sum + count, 0),
    total,
  );
});

test('no earlier run: files without a point', () => {
  assert.deepEqual(historyFiles([]), { 'history.json': {}, 'history-trend.json': [], 'duration-trend.json': [] });
});
