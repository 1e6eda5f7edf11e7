import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someComparison } from '../../diff/dossier/testing/sample-comparison.js';
import { aRecording, aRun } from '../../evidence/testing/sample-run.js';
import { auditorPage } from './auditor-page.js';
import { gatherReport } from './gather/gather-report.js';
import { limits } from './gather/limits.js';

async function section(comparison = aRun().comparison): Promise<string> {
  const source = { run: { ...aRun(), comparison }, recorded: aRecording() };
  const page = [...auditorPage(await gatherReport(source, limits))].join('');
  const from = page.indexOf('<section aria-labelledby="comparison"');
  return page.slice(from, page.indexOf('</section>', from));
}

test('a run without a baseline says that nothing was compared, and how to', async () => {
  assert.match(await section(), /was not compared with an earlier one\. <code>axys-certify run --baseline PACK/);
});

test('the section says with what, in which class, why, who decided, and what is to be shown again', async () => {
  const html = await section(someComparison('a sentence'));
  const expected = [
    /Compared with run-20261111T080000Z-bbbbbb \(2026-11-11 08:00:00 UTC, Practice: passed/,
    /verified as a whole before the first call; it is signed with a key made for that run alone/,
    /It is no part of this pack: .* is the word of whoever ran this until .*SHA-256 <code>[0-9a-f]{64}<\/code>/,
    /judged by the same contract, so whatever differs is what the target does/,
    /1 scenario ran both times/,
    /target answered differently\.<\/b>/,
    /href="#then-x-000010">x-000010<\/a> → <a class="file" href="exchanges\/[^"]+\.har">x-000001<\/a>/,
    /<b id="then-x-000010">x-000010<\/b> then: <span class="operation">getCard<\/span>/,
    /expected<\/span> <span class="data">a sentence<\/span> <span class="part">a sentence, until 2026-12-31/,
    />used<\/span>/,
    />stale<\/span>/,
    />expired<\/span>/,
    /1 row that the earlier run demonstrated; this run shows 0 of them again/,
    /<pre class="command">axys-certify run --tags @TM-29<\/pre>/,
    /comparison\/dossier\.json/,
  ];
  for (const words of expected) assert.match(html, words);
});

test('nothing changed is said in so many words', async () => {
  const found = someComparison('a sentence');
  const dossier = { ...found.dossier, changes: [], approvals: [], certifyAgain: { rows: [], command: null } };
  const html = await section({ ...found, dossier });
  assert.match(html, /<b>Nothing changed\.<\/b>/);
  assert.match(html, /Nothing: no change undoes what the earlier run demonstrated/);
});

test('a change that no row meets is not passed over where the rows to certify again are listed', async () => {
  const found = someComparison('a sentence');
  const [change] = found.dossier.changes;
  assert.ok(change !== undefined);
  const changes = [{ ...change, class: 'breaking' as const, requirements: [], scenarios: [] }];
  const dossier = { ...found.dossier, changes, certifyAgain: { rows: [], command: null } };
  const html = await section({ ...found, dossier });
  assert.match(html, /1 change above meets no row: no scenario of the earlier run exercised what changed/);
  assert.doesNotMatch(html, /no change undoes what the earlier run demonstrated/);
});

test('a cause says its words once', async () => {
  const found = someComparison('a sentence');
  const changes = found.dossier.changes.map((change) => ({
    ...change,
    causes: change.causes.map((cause) => ({ ...cause, words: 'the target answered differently' })),
  }));
  const html = await section({ ...found, dossier: { ...found.dossier, changes } });
  assert.match(html, /<b>target answered differently\.<\/b><\/p>/);
});
