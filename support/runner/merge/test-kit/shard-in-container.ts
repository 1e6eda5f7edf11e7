import type { KeyObject } from 'node:crypto';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { journalHead } from '../../../evidence/journal/journal-head.js';
import { planFiles } from '../../../evidence/plan-files.js';
import type { RecordedFacts } from '../../../evidence/recorded-facts.js';
import { gateFile } from '../../../evidence/write-gate.js';
import { forgePack } from '../../../evidence/testing/forge-pack.js';
import { openPack } from '../../../evidence/verify/open-pack.js';
import { journalFile } from '../../../trace/journal-file.js';
import { runRecordIn } from '../../gate-facts.js';
import { aContainer, type ContainerChange } from './container.js';

/** Copies a pack to `place` as it would be had its shard run in this container: sound, and signed with another key. */
export async function shardInContainer(
  from: string,
  place: string,
  container: ContainerChange,
  privateKey: KeyObject,
): Promise<void> {
  await cp(from, place, { recursive: true });
  await writeFile(join(place, planFiles.container), '');
  const record = JSON.stringify(aContainer(container));
  await forgePack(place, { files: { [planFiles.container]: () => record } }, privateKey);
  const pack = await openPack(place);
  const file = pack.file(journalFile);
  if (file === null) throw new Error(`${place} has no journal`);
  const journal = await journalHead(file, (await runRecordIn(pack)).runId);
  const renewed = (text: string): string => {
    const gate = JSON.parse(text) as { readonly facts: RecordedFacts };
    return JSON.stringify({ ...gate, facts: { ...gate.facts, journal } });
  };
  await forgePack(place, { files: { [gateFile]: renewed } }, privateKey);
}
