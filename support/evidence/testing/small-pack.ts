import { type KeyObject } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aResult } from '../../verdict/testing/samples.js';
import { evidenceFolder, type EvidenceFolder } from '../evidence-folder.js';
import { journalFile } from '../../trace/journal-file.js';
import { journalHead } from '../journal/journal-head.js';
import { sealPack } from '../seal/seal-pack.js';
import { createSigner } from '../seal/signer.js';
import { openPack } from '../verify/open-pack.js';
import { recomputationFile, recordOf, type Recomputed } from '../verify/recomputation.js';
import { verifyPack, type VerifyRequest } from '../verify/verify-pack.js';
import { verifySteps } from '../verify/verify-steps.js';
import { viewDifferences } from '../../views/check-views.js';
import { deriveRun, type DerivedRun } from '../../views/derived-run.js';
import { recordedStreams } from '../recorded-streams.js';
import { writeJson } from '../write-json.js';
import { writeViews } from '../../views/write-views.js';
import { recordSample, sampleRunId } from './sample-record.js';
import { aRecording, aRun, anExchange } from './sample-run.js';

/** The run of {@link smallPack}, as deciding it gives it. */
export const smallRun = await recordedOnce(aRun([aResult({ exchangeIds: ['x-000001', 'x-000002'] })]));

/** The run as it is once its journal is written, which is the same every time. */
async function recordedOnce(run: DerivedRun): Promise<DerivedRun> {
  const folder = await mkdtemp(join(tmpdir(), 'axys-small-pack-'));
  try {
    await record(evidenceFolder(folder), run);
    const file = (await openPack(folder)).file(journalFile);
    const journal = file === null ? null : await journalHead(file, sampleRunId);
    return { ...run, facts: { ...run.facts, runId: sampleRunId }, recorded: { ...run.recorded, journal } };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function record(pack: EvidenceFolder, { results }: DerivedRun): Promise<void> {
  const plan = aRecording();
  for (const path of ['plan/', 'harness/'].flatMap((below) => plan.filesIn(below)))
    await pack.write(path, await plan.text(path));
  await recordSample(pack.root, [
    { log: 'run started' },
    ...['x-000001', 'x-000002'].map((id) => ({ exchange: anExchange({ id }) })),
    ...results.map((result) => ({ result })),
  ]);
}

/** What deriving {@link smallRun} again gives: exactly what was recorded. */
export const smallRecomputation: Recomputed = {
  ...{ scenarios: 1, checks: 1, exchanges: 2, onLedger: 0, against: [], notes: [] },
  decided: smallRun,
};

/** Steps of `verify` that a small pack stands up to; the others need what only a real run writes. */
const smallSteps: ReadonlySet<string> = new Set([
  'files',
  'digests',
  'signature',
  'journal',
  'card-data',
  'verdicts',
  'views',
]);

/** A build that made no pack there is. */
const anotherBuild = {
  ...{ version: '0.1.0', commit: null, uncommittedChanges: null },
  ...{ lockSha256: 'b'.repeat(64), codeSha256: 'a'.repeat(64) },
};

/** Verifies a small pack, by default without knowing the signer. */
export async function verifySmall(request: Pick<VerifyRequest, 'pack'> & Partial<VerifyRequest>) {
  return verifyPack({
    ...{ key: null, requireCertifiable: false, build: anotherBuild },
    ownPlan: () => Promise.resolve([]),
    views: viewDifferences,
    recompute: () => Promise.resolve(smallRecomputation),
    steps: verifySteps.filter(({ id }) => smallSteps.has(id)),
    ...request,
  });
}

/**
 * Writes the sealed pack of a small run into `<folder>/run-1`, with every view. Its plan is only what the views need, so a
 * run cannot be derived from it: tests give {@link smallRecomputation} instead.
 */
export async function smallPack(folder: string, privateKey: KeyObject): Promise<EvidenceFolder> {
  const pack = await unsealedPack(folder);
  await sealPack(pack, smallRun, createSigner(privateKey, smallRun.recorded.adHocKey));
  return pack;
}

/** As {@link smallPack}, before it is sealed. */
export async function unsealedPack(folder: string): Promise<EvidenceFolder> {
  const pack = evidenceFolder(join(folder, 'run-1'));
  await record(pack, smallRun);
  const recorded = recordedStreams(await openPack(pack.root));
  await writeJson(pack, recomputationFile, { schema: 'recomputation', content: recordOf(smallRecomputation) });
  await writeViews(pack, { run: await deriveRun(smallRun, recorded), recorded });
  return pack;
}
