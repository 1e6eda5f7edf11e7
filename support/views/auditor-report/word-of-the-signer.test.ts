import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originReport } from '../../evidence/origin/origin-report.js';
import { anOrigin } from '../../evidence/testing/sample-origin.js';
import { someContractChanges } from '../../verdict/testing/samples.js';
import type { DerivedRun } from '../derived-run.js';
import { auditorPage } from './auditor-page.js';
import { gatherReport } from './gather/gather-report.js';
import { limits } from './gather/limits.js';
import { reportSource } from './testing/report-source.js';

/** The sample page of a run with any part replaced. */
async function pageOf(change: (run: DerivedRun) => Partial<DerivedRun> = () => ({})): Promise<string> {
  const source = reportSource('A Program');
  const run = { ...source.run, ...change(source.run) };
  return [...auditorPage(await gatherReport({ ...source, run }, limits))].join('');
}

const word = 'are the word of whoever ran the harness and holds the signing key';

const onRealTarget = ({ gate }: DerivedRun): Partial<DerivedRun> => ({
  gate: { ...gate, decision: 'certifiable', exitCode: 0, practice: false },
  origin: originReport(anOrigin({ shown: 'real', calls: 9, answered: 8 }), 'real', { kinds: [] }),
});

test('a page that says certifiable says whose word that is, and what to ask the platform for', async () => {
  const page = await pageOf(onRealTarget);
  const box = page.slice(page.indexOf('class="decision'), page.indexOf('What was examined'));
  assert.match(box, /By what whoever ran this recorded, .*Only the platform can confirm that the answers are its own/);
  assert.match(box, /href="#confirm"/);
  const asked = page.slice(page.indexOf('id="confirm"'), page.indexOf('exchanges/connections.ndjson'));
  for (const said of [word, 'The calls: 9 of them, 8 answered', 'the log has the same answers']) assert.ok(asked.includes(said)); // prettier-ignore
});

test('a page about practice asks for nothing, and says all the same what checking the pack leaves open', async () => {
  const page = await pageOf();
  assert.ok(!page.includes('#confirm'));
  assert.ok(page.slice(page.indexOf('How to check this pack')).includes(word));
});

test('rows on the word of a person alone are named where rows are counted', async () => {
  const attested = await pageOf(({ requirements }) => ({
    requirements: requirements.map((row, index) => (index === 0 ? { ...row, marks: ['attested'] } : row)),
  }));
  assert.match(attested, /\(TM-\d\d by the word of a person alone\)/);
  assert.doesNotMatch(await pageOf(), /by the word of a person alone/);
});

test('what the platform is said to have confirmed is named as a word of whoever ran this', async () => {
  const contractChanges = someContractChanges();
  const [first] = contractChanges.changes;
  assert.ok(first);
  const at = { published: '/paths/~1a/post/x-provenance', judged: '/paths/~1a/post/x-provenance' };
  const marked = { ...first, at, published: 'assumed', judged: 'confirmed', operations: ['simulateCardSpend'] };
  const page = await pageOf(() => ({ contractChanges: { ...contractChanges, changes: [marked] } }));
  assert.match(
    page,
    /Said to be confirmed by the platform:<\/b> 1 thing .*simulateCardSpend.* the word of whoever ran/,
  );
  assert.doesNotMatch(await pageOf(() => ({ contractChanges })), /Said to be confirmed/);
});
