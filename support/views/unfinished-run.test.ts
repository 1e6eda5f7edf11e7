import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { aResult, aRow } from '../verdict/testing/samples.js';
import { writeAllure } from './allure/write-allure.js';
import type { CtrfReport } from './ctrf/ctrf-report.js';
import { writeCtrf } from './ctrf/ctrf-of.js';
import { evidenceFolder } from '../evidence/evidence-folder.js';
import { writeJunit } from './junit/junit-xml.js';
import { aRecording, aRun, withFolder } from '../evidence/testing/sample-run.js';
import { unfinishedRun } from './unfinished-run.js';

const planned = ['cards/hold:block-a-card', 'wallets/transfers:one', 'wallets/transfers:two[1]'].map((id) => ({
  ...{ id, name: `Scenario ${id.split(':')[1] ?? ''}`, feature: `${id.split(':')[0] ?? ''}.feature`, line: 7 },
  ...{ tags: ['@TM-09'], requirements: ['TM-09'], steps: [] },
}));
const recorded = aRecording([], {
  'plan/scenarios.json': JSON.stringify({ scenarios: planned }),
  'plan/run.json': '{"startedAt":"2026-11-21T07:59:00.000Z"}',
});

/** A run of which `results` have ended. */
function aRunOf(results: readonly string[], interrupted: boolean) {
  const run = aRun(
    results.map((id) => aResult({ id, exchangeIds: [], checks: [], steps: [] })),
    [aRow()],
  );
  return { ...run, recorded: { ...run.recorded, interrupted } };
}

const ids = planned.map(({ id }) => id);
const stopped = aRunOf(ids.slice(0, 1), true);

test('a whole run has nothing to add', async () => {
  assert.deepEqual(await unfinishedRun(aRunOf(ids, false), recorded), []);
});

test('a run that did not come to its end names it, and every planned scenario without a result', async () => {
  const cases = [
    [stopped, ids.slice(1), 'the run was stopped before its end: 2 of 3 planned scenarios have no result'],
    [aRunOf(ids, true), [], 'the run was stopped before its end: 0 of 3 planned scenarios have no result'],
    [aRunOf([], false), ids, 'the run did not do all it planned: 3 of 3 planned scenarios have no result'],
  ] as const;
  for (const [run, missing, why] of cases) {
    const shown = await unfinishedRun(run, recorded);
    assert.deepEqual(
      shown.map(({ id, verdict, reason, startedAt }) => [id, verdict, reason, startedAt]),
      [
        ...missing.map((id) => [id, 'not-run', 'planned, no result', '2026-11-21T07:59:00.000Z']),
        ['run:the-run-came-to-its-end', 'inconclusive', why, '2026-11-21T07:59:00.000Z'],
      ],
    );
  }
});

test('JUnit, CTRF and Allure of a stopped run are not green, and count the same', () =>
  withFolder(async (root) => {
    const folder = evidenceFolder(root);
    for (const write of [writeJunit, writeCtrf, writeAllure])
      await write(folder, { run: { ...stopped, findings: [] }, recorded });
    const read = (path: string) => readFile(join(root, path), 'utf8');
    const xml = await read('junit.xml');
    assert.match(xml, /<testsuites name="[^"]*" tests="4" failures="0" errors="1"/);
    assert.match(
      xml,
      /<testcase name="Scenario two\[1\] \[1\]"[\s\S]*?<skipped message="not-run: planned, no result"\/>/,
    );
    assert.match(
      xml,
      /<testcase name="The run came to its end"[\s\S]*?<error message="inconclusive: the run was stopped /,
    );
    const { summary } = (JSON.parse(await read('ctrf.json')) as CtrfReport).results;
    const { tests, passed, skipped, other } = summary;
    assert.deepEqual([tests, passed, skipped, other], [4, 1, 2, 1]);
    const names = (await readdir(join(root, 'allure-results'))).filter((name) => name.endsWith('-result.json'));
    const statuses = names.map(async (name) => (JSON.parse(await read(`allure-results/${name}`)) as Status).status);
    assert.deepEqual((await Promise.all(statuses)).sort(), ['broken', 'passed', 'skipped', 'skipped']);
  }));

interface Status {
  readonly status: string;
}
