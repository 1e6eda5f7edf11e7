import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditorPage } from './auditor-page.js';
import { gatherReport } from './gather/gather-report.js';
import { limits, type Limits } from './gather/limits.js';
import { carriedCall as call, carriedRunId as earlier, carryingSource } from './testing/carrying-source.js';

async function page(change: Partial<Limits> = {}): Promise<string> {
  return [...auditorPage(await gatherReport(carryingSource(), { ...limits, ...change }))].join('');
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
  assert.match(html, /[:,] 0 results, /);
});

test('calls of a carried scenario the page has no room for are named in the file of their run', async () => {
  const html = await page({ calls: 0 });
  assert.ok(html.includes(`carried/${earlier}/exchanges/exchanges.ndjson`));
  assert.ok(!html.includes(`<b id="${call}">`));
});
