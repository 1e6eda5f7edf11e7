import { isDeepStrictEqual } from 'node:util';
import type { EvidenceFolder } from '../evidence/evidence-folder.js';
import { beFrugalWith } from '../evidence/frugal-heap.js';
import { packFilesIn } from '../evidence/pack-files.js';
import { scanForCardData, type CardDataScan } from '../evidence/scan/card-data-scan.js';
import { cardDataScanFile } from '../evidence/scan/card-data-scan-file.js';
import { searchedValues } from '../evidence/scan/searched-values.js';
import { isRecorded } from '../evidence/recorded-files.js';
import { HandingOver } from '../evidence/seal/handing-over.js';
import { packReading } from '../evidence/seal/pack-reading.js';
import { packReadingBeside } from '../evidence/seal/pack-reading-beside.js';
import { sealPack, zipOf } from '../evidence/seal/seal-pack.js';
import type { CheckedJournal } from '../evidence/verify/check-journal.js';
import type { Signer } from '../evidence/seal/signer.js';
import { tellingFolder } from '../evidence/telling-folder.js';
import { writeJson } from '../evidence/write-json.js';
import type { DerivedRun } from '../views/derived-run.js';
import type { KnownSecret } from '../trace/mask/secrets.js';
import type { GateInput } from '../verdict/gate-input.js';
import { recomputationFile, recordOf, type Recomputation } from '../evidence/verify/recomputation.js';

/** What the gate is told about the pack. */
export type PackFacts = Pick<GateInput, 'integrity' | 'journal' | 'cardData' | 'recomputation' | 'adHocKey'>;

/** A run whose recorder is closed, ready to be decided, written, scanned and sealed. */
export interface SealRequest {
  readonly folder: EvidenceFolder;
  readonly runId: string;
  /** Secrets of the run that the scan looks for by value. */
  readonly secrets: () => readonly KnownSecret[];
  readonly signer: Signer;
  /** True when lines of the recording could not be written: what does not fit then was not altered, it is missing. */
  readonly holed: boolean;
  /** Checks the journal and everything it binds; nothing of it changes any more. */
  readonly checkJournal: (root: string) => Promise<CheckedJournal>;
  /** Decides the run and writes its views and `summary.json` into its folder; called again when the scan changes the decision. */
  readonly decide: (pack: PackFacts, folder: EvidenceFolder) => Promise<DerivedRun>;
  /** Derives verdicts and decision again from what is written in the folder. */
  readonly recompute: (root: string) => Promise<Recomputation>;
}

const ownFiles: ReadonlySet<string> = new Set([cardDataScanFile, recomputationFile]);

/**
 * The end of every run: views, scan, recomputation, hash, signature, in this order, so that `summary.json` already says
 * what they found. A journal that does not hold, a hit or a difference gives exit 4, and then nothing is signed and no zip
 * is made. Every file is read once: what is scanned is hashed and packed as it passes, by a thread beside the deriving; the
 * recording first, because nothing of it changes any more, and each view when it is written. A long run is read here instead: one
 * heap for all keeps its memory small.
 */
export async function sealRun({ folder, runId, secrets, signer, holed, ...work }: SealRequest): Promise<DerivedRun> {
  const { checkJournal, decide, recompute } = work;
  const frugal = await beFrugalWith(folder.root);
  const read = frugal ? packReading : packReadingBeside;
  const reading = read({ root: folder.root, zip: zipOf(folder), runId, secrets: [...secrets()] });
  try {
    const handing = new HandingOver(reading);
    handing.give((await filesOf(folder)).filter(isRecorded));
    const { against, head } = await checkJournal(folder.root);
    const fits = (problems: readonly unknown[]) => (problems.length === 0 ? 'sound' : holed ? 'holed' : 'broken');
    const pack: PackFacts = {
      ...{ integrity: fits(against), journal: head },
      ...{ cardData: 'sound', recomputation: 'sound', adHocKey: signer.adHoc },
    };
    let run = await decide(
      pack,
      tellingFolder(folder, (paths) => {
        handing.give(paths);
      }),
    );
    handing.give((await filesOf(folder)).filter((path) => !handing.has(path)));
    const [again] = await Promise.all([recompute(folder.root), handing.done()]);
    let found: Found = { scan: (await reading.found()).scan, again };
    const facts: PackFacts = {
      ...pack,
      recomputation: fits(found.again.against),
      cardData: found.scan.outcome === 'clean' ? 'sound' : 'broken',
    };
    const asHoped = isDeepStrictEqual(facts, pack);
    const signed = asHoped && pack.integrity === 'sound';
    if (!signed) await reading.discard();
    if (!asHoped) {
      run = await decide(facts, folder);
      found = { scan: await scanPack(folder, secrets()), again: await recompute(folder.root) };
    }
    await writeJson(folder, cardDataScanFile, { schema: 'card-data-scan', content: found.scan });
    await writeJson(folder, recomputationFile, { schema: 'recomputation', content: recordOf(found.again) });
    await (signed ? sealPack(folder, run, signer, reading) : sealPack(folder, run, null));
    return run;
  } catch (error) {
    await reading.discard();
    throw error;
  }
}

/** What was found in a pack before it is sealed. */
interface Found {
  readonly scan: CardDataScan;
  readonly again: Recomputation;
}

/** Paths of the files that are scanned, sorted. */
async function filesOf(folder: EvidenceFolder): Promise<readonly string[]> {
  const { files } = await packFilesIn(folder.root);
  return files.map(({ path }) => path).filter((path) => !ownFiles.has(path));
}

async function scanPack(folder: EvidenceFolder, secrets: readonly KnownSecret[]): Promise<CardDataScan> {
  const { files } = await packFilesIn(folder.root);
  const scanned = files.filter(({ path }) => !ownFiles.has(path));
  return scanForCardData(scanned, { known: searchedValues(secrets) });
}
