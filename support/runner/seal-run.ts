import type { DecidedRun } from '../evidence/decided-run.js';
import type { EvidenceFolder } from '../evidence/evidence-folder.js';
import { packFilesIn } from '../evidence/pack-files.js';
import { scanForCardData, type CardDataScan } from '../evidence/scan/card-data-scan.js';
import { searchedValues } from '../evidence/scan/searched-values.js';
import { breakSeal, sealPack } from '../evidence/seal/seal-pack.js';
import type { Signer } from '../evidence/seal/signer.js';
import type { KnownSecret } from '../trace/mask/secrets.js';
import type { GateInput } from '../verdict/gate-input.js';

/** What the gate is told about the pack. */
export type PackFacts = Pick<GateInput, 'integrity' | 'cardData' | 'adHocKey'>;

/** A run whose recorder is closed, ready to be decided, written, scanned and sealed. */
export interface SealRequest {
  readonly folder: EvidenceFolder;
  /** Secrets of the run that the scan looks for by value. */
  readonly secrets: () => readonly KnownSecret[];
  readonly signer: Signer;
  /** Decides the run and writes its views and `summary.json`; called again when the scan changes the decision. */
  readonly decide: (pack: PackFacts) => Promise<DecidedRun>;
}

/** File with the result of the scan. */
export const cardDataScanFile = 'card-data-scan.json';

/**
 * The end of every run: views, scan, hash, signature, in this order, so that `summary.json` already says what the scan
 * found. A hit gives exit 4, and then nothing is signed and no zip is made.
 */
export async function sealRun({ folder, secrets, signer, decide }: SealRequest): Promise<DecidedRun> {
  await breakSeal(folder);
  const scan = () => scanPack(folder, secrets());
  const pack: PackFacts = { integrity: 'not-checked', cardData: 'sound', adHocKey: signer.adHoc };
  let run = await decide(pack);
  let found = await scan();
  if (found.outcome === 'hit') {
    run = await decide({ ...pack, cardData: 'broken' });
    found = await scan();
  }
  await folder.write(cardDataScanFile, `${JSON.stringify(found, null, 2)}\n`);
  await sealPack(folder, run, found.outcome === 'clean' ? signer : null);
  return run;
}

async function scanPack(folder: EvidenceFolder, secrets: readonly KnownSecret[]): Promise<CardDataScan> {
  const { files } = await packFilesIn(folder.root);
  const known = searchedValues(secrets);
  return scanForCardData(
    files.filter(({ path }) => path !== cardDataScanFile),
    { known },
  );
}
