import { evidenceFolder } from '../evidence/evidence-folder.js';
import type { OtherRun } from '../evidence/run-facts.js';
import type { Signer } from '../evidence/seal/signer.js';
import { checkJournal } from '../evidence/verify/check-journal.js';
import { openPack } from '../evidence/verify/open-pack.js';
import type { DerivedRun } from '../views/derived-run.js';
import type { KnownSecret } from '../trace/mask/secrets.js';
import { mergeClaims } from './carry/merge-claims.js';
import { readCarried } from './carry/read-carried.js';
import { decideRun, type RunRecord } from './decide-run.js';
import { gateFactsIn } from './gate-facts.js';
import type { RecomputationBeside } from './recompute/beside/recompute-beside.js';
import { recomputeOrExplain } from './recompute/recompute-run.js';
import type { PreparedRun } from './prepare-run.js';
import type { RunRequest } from './run-request.js';
import { sealRun } from './seal-run.js';
import { writeEvidence } from './write-evidence.js';

/** A run whose recording is closed, with everything that happened once. */
export interface ClosedRun extends Pick<
  RunRecord,
  'target' | 'results' | 'strays' | 'claims' | 'harnessProblems' | 'interrupted'
> {
  readonly baseUrl: string;
  readonly others: readonly OtherRun[];
  readonly signer: Signer;
  /** True when lines of the recording could not be written. */
  readonly holed: boolean;
  /** Secrets of the run that the scan looks for by value. */
  readonly secrets: () => readonly KnownSecret[];
  /** Who followed the run to derive it again, and was told that its recording is closed; null when nobody did. */
  readonly beside: RecomputationBeside | null;
}

/** What deciding and sealing needs to know of a run. */
export interface SealedRun extends Pick<RunRequest, 'runId' | 'folder' | 'harnessVersion' | 'allureWritten'> {
  readonly prepared: Pick<PreparedRun, 'judged' | 'plan' | 'catalogue'>;
}

/** Decides a closed run, writes its views, looks for card data, derives everything again, and seals the pack. */
export async function decideAndSeal(request: SealedRun, closed: ClosedRun): Promise<DerivedRun> {
  const { runId, prepared, harnessVersion } = request;
  const { signer, secrets, others, baseUrl, holed, beside, ...record } = closed;
  const { environment, class: targetClass, profile } = record.target;
  const { sha256, version } = prepared.judged.contract;
  const folder = evidenceFolder(request.folder);
  const following = beside === null ? [] : [beside];
  return sealRun({
    ...{ folder, runId, signer, secrets, holed },
    checkJournal: async (root) =>
      (await beside?.journal()) ?? checkJournal(await openPack(root), { runId, signed: null }),
    recompute: async (root) => {
      // Who followed the run compares once: a run that is decided again is derived again as a whole.
      const early = await following.shift()?.compared();
      return early ?? recomputeOrExplain(await openPack(root), { compiled: prepared.judged });
    },
    decide: async (pack, into) => {
      const own = await openPack(request.folder);
      const carried = await readCarried(own);
      const run = decideRun({
        facts: {
          runId,
          target: { environment, class: targetClass, baseUrl },
          contract: { sha256, version },
          ...(others.length === 0 ? {} : { otherRuns: others }),
          program: profile.program,
          harnessVersion,
        },
        ...{ ...record, prepared, pack, carried },
        gateFacts: await gateFactsIn(own),
        claims: mergeClaims(record.claims, carried?.earlier.claims ?? []),
      });
      const begin = async (view: string) => {
        if (view === 'allure' && pack.cardData === 'sound') await request.allureWritten?.();
      };
      return writeEvidence(into, run, { pack: own, written: begin });
    },
  });
}
