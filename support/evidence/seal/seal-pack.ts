import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorsOf } from '../../messages/coded-error.js';
import { evidenceMessages } from '../../messages/evidence-messages.js';
import type { DecidedRun } from '../decided-run.js';
import type { EvidenceFolder } from '../evidence-folder.js';
import { journalHead } from '../journal/journal-head.js';
import { emptyFolder, packFilesIn, type PackFile } from '../pack-files.js';
import type { JournalHead } from '../../trace/journal-chain.js';
import { journalFile } from '../../trace/journal-file.js';
import { seal } from './dsse.js';
import { attestationsFolder, manifestFiles, manifestJson, manifestLines, manifestOf } from './manifest.js';
import { packReading, type PackReading } from './pack-reading.js';
import type { Signer } from './signer.js';
import { statementOf } from './statement.js';
import { verifyGuide, verifyGuideFile } from './verify-guide.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/** Files of the signature. */
export const attestationFiles = {
  envelope: `${attestationsFolder}test-result.dsse.json`,
  publicKey: `${attestationsFolder}public-key.pem`,
} as const;

/** What a statement names as its configuration, where the pack has it. */
const configurationFiles: ReadonlySet<string> = new Set(['summary.json', 'plan/contract.json', 'plan/program.json']);

/** Path of the zip of a pack: beside its folder. */
export function zipOf(folder: EvidenceFolder): string {
  return `${folder.root}.zip`;
}

/** Removes what an earlier seal left, so that a run that goes on is never taken for the sealed one. */
export async function breakSeal(folder: EvidenceFolder): Promise<void> {
  for (const path of [...Object.values(manifestFiles), attestationsFolder, verifyGuideFile]) {
    await rm(join(folder.root, path), { recursive: true, force: true });
  }
  for (const zip of [zipOf(folder), `${zipOf(folder)}.partial`]) await rm(zip, { force: true });
}

/**
 * Hashes and signs a finished pack and completes its zip. `reading` has what was hashed and packed while the pack was scanned;
 * without one, everything is read here. Without a signer nothing is signed and no zip is made: the manifest alone says what
 * there is. Throws EVD-107 for something in the folder that is no regular file.
 */
export async function sealPack(
  folder: EvidenceFolder,
  run: DecidedRun,
  signer: Signer | null,
  reading: PackReading | null = null,
): Promise<void> {
  await folder.write(verifyGuideFile, verifyGuide);
  const { files, odd } = await packFilesIn(folder.root);
  // A run that was killed may have made a folder without coming to fill it.
  for (const { path } of odd.filter(({ problem }) => problem === emptyFolder))
    await rm(join(folder.root, path), { recursive: true, force: true });
  const first = odd.find(({ problem }) => problem !== emptyFolder);
  if (first !== undefined) throw evidenceError('EVD-107', { file: first.path, problem: first.problem });
  const manifest = await manifestOf(run.facts.runId, files, (await reading?.found())?.entries);
  const texts = { [manifestFiles.json]: manifestJson(manifest), [manifestFiles.lines]: manifestLines(manifest) };
  for (const [path, text] of Object.entries(texts)) await folder.write(path, text);
  if (signer === null) return;
  const statement = statementOf(run, {
    subjects: Object.entries(texts).map(([name, text]) => ({ name, sha256: sha256(text) })),
    configuration: manifest.files
      .filter(({ path }) => configurationFiles.has(path))
      .map(({ path, sha256: digest }) => ({ name: path, sha256: digest })),
    journal: await headOf(files, run.facts.runId),
    adHocKey: signer.adHoc,
  });
  await folder.write(attestationFiles.envelope, `${JSON.stringify(seal(statement, signer), null, 2)}\n`);
  await folder.write(attestationFiles.publicKey, signer.publicKey);
  const place = { root: folder.root, zip: zipOf(folder), runId: run.facts.runId, secrets: [] };
  await (reading ?? packReading(place)).finish((await packFilesIn(folder.root)).files.map(({ path }) => path));
}

async function headOf(files: readonly PackFile[], runId: string): Promise<JournalHead | null> {
  const journal = files.find(({ path }) => path === journalFile);
  return journal === undefined ? null : journalHead(journal, runId);
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
