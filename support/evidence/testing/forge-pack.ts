import type { KeyObject } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { evidenceFolder } from '../evidence-folder.js';
import { sealPack } from '../seal/seal-pack.js';
import { createSigner } from '../seal/signer.js';
import type { Summary } from '../summary.js';
import { placedEvents, writeJournalOf, type PlacedEvent } from './renew-journal.js';
import { aRun } from './sample-run.js';

/** What somebody changes in a pack before renewing every digest of it. */
export interface Forgery {
  /** New contents by path; each gets the old one and must change it. */
  readonly files: Readonly<Record<string, (text: string) => string>>;
  /** What the journal shall tell; each event as it was when not given, null to leave one out. */
  readonly journal?: (event: PlacedEvent['event']) => PlacedEvent['event'] | null;
}

/** Changes a run's folder as a careful forger would: journal, manifest and signature are renewed with a key of theirs. */
export async function forgePack(root: string, forgery: Forgery, privateKey: KeyObject): Promise<void> {
  const events = await placedEvents(root);
  for (const [path, change] of Object.entries(forgery.files)) {
    const before = await readFile(join(root, path), 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`nothing was changed in ${path}`);
    await writeFile(join(root, path), after);
  }
  const { runId, decision, exitCode } = JSON.parse(await readFile(join(root, 'summary.json'), 'utf8')) as Summary;
  const told = events.flatMap(({ event, held }) => {
    const changed = forgery.journal === undefined ? event : forgery.journal(event);
    return changed === null ? [] : [{ event: changed, held }];
  });
  await writeJournalOf(root, runId, told);
  const run = aRun();
  const claimed = { ...run, facts: { ...run.facts, runId }, gate: { ...run.gate, decision, exitCode } };
  await sealPack(evidenceFolder(root), claimed, createSigner(privateKey, false));
}
