import type { KeyObject } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { journalFile } from '../../trace/journal-file.js';
import { evidenceFolder } from '../evidence-folder.js';
import { journalHead } from '../journal/journal-head.js';
import { packFilesIn } from '../pack-files.js';
import { gateFile } from '../recorded-facts.js';
import { sealPack } from '../seal/seal-pack.js';
import { createSigner } from '../seal/signer.js';
import type { Summary } from '../summary.js';
import { renewingJournal } from './renew-journal.js';
import { aRun } from './sample-run.js';

/**
 * What a careful forger does to an unpacked pack: changes it, then renews the journal's chain and marks, the journal's end in
 * the gate, the manifest, the statement and the signature, with a key of his own.
 */
export async function forgePack(root: string, change: () => Promise<void>, privateKey: KeyObject): Promise<void> {
  const { runId } = await summaryIn(root);
  await renewingJournal(root, runId, change);
  await renewGate(root, runId);
  const { decision, exitCode } = await summaryIn(root);
  const run = aRun();
  const claimed = { ...run, facts: { ...run.facts, runId }, gate: { ...run.gate, decision, exitCode } };
  await sealPack(evidenceFolder(root), claimed, createSigner(privateKey, false));
}

async function renewGate(root: string, runId: string): Promise<void> {
  const { files } = await packFilesIn(root);
  const journal = files.find(({ path }) => path === journalFile);
  if (journal === undefined) throw new Error(`${root} has no journal`);
  const file = join(root, gateFile);
  const gate = JSON.parse(await readFile(file, 'utf8')) as { readonly facts: object };
  const facts = { ...gate.facts, journal: await journalHead(journal, runId) };
  await writeFile(file, `${JSON.stringify({ ...gate, facts }, null, 2)}\n`);
}

async function summaryIn(root: string): Promise<Summary> {
  return JSON.parse(await readFile(join(root, 'summary.json'), 'utf8')) as Summary;
}
