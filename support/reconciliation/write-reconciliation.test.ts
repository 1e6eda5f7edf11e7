import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { evidenceFolder } from '../evidence/evidence-folder.js';
import { aRecording, withFolder } from '../evidence/testing/sample-run.js';
import { card, crypto, issued, spend, traffic, transfer, wallet, type MoneyCall } from './testing/money-traffic.js';
import { reconcileRecording } from './reconcile-recording.js';
import { reconciliationFiles, writeReconciliation } from './write-reconciliation.js';

async function written(calls: readonly MoneyCall[]): Promise<Record<keyof typeof reconciliationFiles, string>> {
  const files: Partial<Record<keyof typeof reconciliationFiles, string>> = {};
  await withFolder(async (folder) => {
    const recorded = aRecording(traffic(calls));
    const { reconciliation, entries: ledger } = await reconcileRecording(recorded);
    await writeReconciliation(evidenceFolder(folder), { reconciliation, ledger });
    for (const name of Object.keys(reconciliationFiles) as (keyof typeof reconciliationFiles)[])
      files[name] = await readFile(join(folder, reconciliationFiles[name]), 'utf8');
  });
  return files as Record<keyof typeof reconciliationFiles, string>;
}

it('writes every entry on a line, every account in a row, and names what differs', async () => {
  const { ledger, accounts, differences, summary } = await written([
    issued,
    crypto(2500),
    card(2500, 0),
    card(2600, 2500),
  ]);
  const lines = ledger
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { entry: number; rule: string });
  assert.deepEqual(
    lines.map(({ rule }) => rule),
    ['deposit-sent', 'deposit-booked', 'deposit-released', 'unexplained'],
  );
  assert.match(accounts, /^account,opened in this run,/);
  assert.match(accounts, /\r\ncard:7,yes,0,0,2500,2500,2500,2500,2600,2500,100,0,differs,0,0,2,x-000004,USD\r\n$/);
  assert.deepEqual(
    (JSON.parse(differences) as { code: string }[]).map(({ code }) => code),
    ['balance-not-explained'],
  );
  assert.equal((JSON.parse(summary) as { differences: { fail: number } }).differences.fail, 1);
});

it('says of an account that nobody read that it was not read, never that it is equal', async () => {
  const { accounts, summary } = await written([issued, wallet(9000), transfer(5000), wallet(4000), spend(100)]);
  assert.match(accounts, /card:7,yes,0,0,0,0,0,0,not read,not read,not read,not read,not read,5000,5000,0,,USD/);
  const { dataSets } = JSON.parse(summary) as { dataSets: { status: string }[] };
  assert.deepEqual([...new Set(dataSets.map(({ status }) => status))], ['not read']);
});

it('writes its files for a run without any money too', async () => {
  const { ledger, differences } = await written([]);
  assert.deepEqual([ledger, differences], ['', '[]\n']);
});
