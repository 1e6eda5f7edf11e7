import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { readFeatures } from '../cucumber.js';
import { catalogueOf } from '../catalogue.js';
import { parseYaml } from '../../config/parse-yaml.js';
import type { WaitRecord } from '../../verdict/scenario-result.js';
import { aResult } from '../../verdict/testing/samples.js';
import { measuredTimes, renderScenarioTimes } from './measured-times.js';
import { expectedSeconds, loadScenarioTimes, scenarioTimesFile } from './scenario-times.js';

test('calls, repeated reads and seconds are taken from results, the longest attempt of each', () => {
  const seen = { at: '2026-01-01T00:00:00.000Z', state: 'status 3', exchangeId: 'x-000001' };
  const waits: readonly WaitRecord[] = [
    {
      ...{ for: 'the review to open', deadlineSeconds: 1, startedAt: seen.at, endedAt: seen.at, met: true },
      timeline: [seen, seen, seen],
    },
  ];
  const short = { ...aResult({ id: 'a:one', exchangeIds: ['x-000001'] }), durationMs: 40 };
  const long = { ...short, exchangeIds: ['x-000002', 'x-000003'], waits, durationMs: 1234 };
  assert.deepEqual(measuredTimes([short, long, short]), { 'a:one': { calls: 2, polls: 2, seconds: 1.23 } });
});

test('a written table reads back as it was, and is the one of this package when nothing was measured anew', async () => {
  const times = await loadScenarioTimes();
  const text = renderScenarioTimes(times, times.scenarios);
  assert.deepEqual(parseYaml(text), times);
  assert.equal(text, await readFile(scenarioTimesFile, 'utf8'));
});

test('the table names scenarios and rows that there are', async () => {
  const { scenarios, together, alone } = await loadScenarioTimes();
  const catalogue = [...catalogueOf(await readFeatures()).values()];
  const ids = new Set(catalogue.map(({ id }) => id));
  assert.deepEqual(
    Object.keys(scenarios).filter((id) => !ids.has(id)),
    [],
  );
  const rows = new Set(catalogue.flatMap(({ requirements }) => requirements));
  assert.deepEqual(
    [...together, ...alone].flatMap((group) => group.rows).filter((row) => !rows.has(row)),
    [],
  );
});

test('an unknown scenario counts as the documented default, by measured time or by calls and polls', async () => {
  const times = await loadScenarioTimes();
  const { calls, polls, seconds } = times.unknown;
  assert.equal(expectedSeconds('nobody:knows', true, times), seconds);
  assert.equal(
    expectedSeconds('nobody:knows', false, times),
    calls * times.elsewhere.call + polls * times.elsewhere.poll,
  );
});
