import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aResult, aStep } from '../../verdict/testing/samples.js';
import { anExchange, aRecording, aRun, asStream } from '../testing/sample-run.js';
import type { ViewSource } from '../views/view.js';
import { auditorPage } from './auditor-page.js';
import { gatherReport } from './gather/gather-report.js';
import { limits, type Limits } from './gather/limits.js';

const earlier = 'run-20261110T080000Z-bbbbbb';
const call = `${earlier}/x-000001`;
const feature = `carried/${earlier}/plan/features/cards/hold.feature`;

/** A run that took its only scenario from a pack that is eleven and a half days old. */
function carryingRun(): ViewSource {
  const result = aResult({
    ...{ marks: ['simulated', 'carried-over'], exchangeIds: [call], startedAt: '2026-11-10T08:00:01.000Z', line: 2 },
    steps: [aStep({ exchangeIds: [call] })],
  });
  const scenarios = [{ id: result.id, runId: earlier, startedAt: '2026-11-10T08:00:00.000Z' }];
  const texts = {
    'plan/run.json': '{"startedAt":"2026-11-21T20:00:00.000Z"}',
    [feature]: 'Feature: cards\n  Scenario: Block a card\n    Given an earlier step\n',
    [`carried/${earlier}/exchanges/exchanges.ndjson`]: '',
  };
  const other = anExchange({ id: `${earlier}/x-000002`, scenario: 'cards/hold:another' });
  return {
    run: { ...aRun([result]), carried: { runId: earlier, scenarios, problems: [] } },
    recorded: { ...aRecording([], texts), carriedExchanges: () => asStream([anExchange({ id: call }), other]) },
  };
}

async function page(change: Partial<Limits> = {}): Promise<string> {
  return [...auditorPage(await gatherReport(carryingRun(), { ...limits, ...change }))].join('');
}

test('a carried scenario shows its own calls, where they come from and how old they are', async () => {
  const html = await page();
  assert.match(html, /carried over, 11 days old/);
  assert.match(html, /Not run this time\.<\/b> Result and calls are taken from the earlier pack of run-20261110/);
  assert.match(html, /began 2026-11-10 08:00:00 UTC, 11 days before this run/);
  assert.ok(html.includes(`<b id="${call}">${call}</b>`), 'its call is not shown');
  assert.ok(!html.includes('x-000002'), 'a call that nobody took over is shown');
  assert.match(html, /Given an earlier step/);
  assert.match(html, /Taken over<\/dt><dd>1 scenario from/);
  assert.match(html, /0 scenarios run/);
});

test('calls of a carried scenario the page has no room for are named in the file of their run', async () => {
  const html = await page({ calls: 0 });
  assert.ok(html.includes(`carried/${earlier}/exchanges/exchanges.ndjson`));
  assert.ok(!html.includes(`<b id="${call}">`));
});
