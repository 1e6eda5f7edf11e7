import type { KeyObject } from 'node:crypto';
import { CodedError } from '../../messages/coded-error.js';
import { scanForCardData } from '../scan/card-data-scan.js';
import { searchedValues } from '../scan/searched-values.js';
import type { Summary } from '../summary.js';
import { shapeProblem } from '../../verdict/evidence-schema.js';
import { digestDifferences, fileSetDifferences } from './check-files.js';
import { viewDifferences } from './check-views.js';
import { checkSignature } from './check-signature.js';
import { jsonOf, openPack, type OpenPack } from './open-pack.js';
import type { Recomputation, Recomputed } from './recomputation.js';
import { readManifest } from './read-manifest.js';
import { skippedStep, stepOf, type Difference, type Verification, type VerifyStep } from './verification.js';

/** How a pack is verified. */
export interface VerifyRequest {
  /** Folder or zip, absolute. */
  readonly pack: string;
  /** The signer's public key, known on another way; null leaves the signer unauthenticated. */
  readonly key: KeyObject | null;
  /** True when only a certifiable run will do. */
  readonly requireCertifiable: boolean;
  /** Derives verdicts, rows and decision again from the evidence of the pack. */
  readonly recompute: (pack: OpenPack) => Promise<Recomputed>;
}

/** One step: its title, and the work that says what stands against it and what to note. */
interface StepDefinition {
  readonly id: string;
  readonly title: string;
  readonly check: (pack: OpenPack, subject: VerifySubject) => Promise<StepFindings>;
}

/** What steps share. */
interface VerifySubject {
  readonly key: KeyObject | null;
  /** Derives the run again, once for all steps. */
  readonly recomputed: () => Promise<Recomputed>;
}

interface StepFindings {
  readonly against: readonly Difference[];
  readonly notes?: readonly Difference[];
}

const steps: readonly StepDefinition[] = [
  {
    id: 'files',
    title: 'no file is missing, none was added, and each is a regular file',
    check: async (pack) => {
      const { manifest, against } = await readManifest(pack);
      return { against: [...against, ...fileSetDifferences(pack, manifest)] };
    },
  },
  {
    id: 'digests',
    title: 'every file has the content that the manifest lists',
    check: async (pack) => ({ against: await digestDifferences(pack, (await readManifest(pack)).manifest) }),
  },
  {
    id: 'signature',
    title: 'the signature belongs to this manifest and this decision',
    check: async (pack, { key }) => {
      const { against, keyId } = await checkSignature(pack, key);
      const problem = `signature consistent, signer not authenticated (key ${keyId ?? 'unknown'}); give --key to know who signed`;
      return { against, notes: key === null ? [{ where: 'the signer', problem }] : [] };
    },
  },
  {
    id: 'card-data',
    title: 'no card data in any file or file name',
    check: async ({ files }) => {
      const { hits } = await scanForCardData(files, { known: searchedValues([]) });
      const place = (offset: number | null) => (offset === null ? 'in its name' : `at byte ${offset}`);
      return { against: hits.map(({ file, rule, offset }) => ({ where: file, problem: `${rule} ${place(offset)}` })) };
    },
  },
  {
    id: 'verdicts',
    title: 'every check, verdict, row and the decision follow from the recorded exchanges',
    check: async (_pack, subject) => {
      const recomputed = await subject.recomputed();
      return { against: recomputed.against, notes: [...countsOf(recomputed), ...recomputed.notes] };
    },
  },
  {
    id: 'views',
    title: 'every report and list is, byte for byte, what the evidence gives',
    check: async (pack, { recomputed }) => {
      const { decided } = await recomputed();
      const nothing = { where: 'the views', problem: 'they cannot be made again, because the evidence cannot be read' };
      return { against: decided === null ? [nothing] : await viewDifferences(pack, decided) };
    },
  },
];

function countsOf({ scenarios, checks, exchanges, onLedger }: Recomputation): Difference[] {
  const ledger = onLedger === 0 ? 'none rests' : `${onLedger} rest`;
  return [
    { where: 'results', problem: `${scenarios} scenarios and ${checks} checks evaluated again` },
    {
      where: 'exchanges',
      problem: `${exchanges} judged again with the contract of the pack; of their findings ${ledger} on the ledger alone`,
    },
  ];
}

/**
 * Verifies a pack without network. Throws for what no step can say: no such pack (exit 64), a zip that cannot be trusted
 * (exit 4).
 */
export async function verifyPack(request: VerifyRequest): Promise<Verification> {
  const pack = await openPack(request.pack);
  const done: VerifyStep[] = [];
  let recomputing: Promise<Recomputed> | null = null;
  const subject: VerifySubject = {
    key: request.key,
    recomputed: () => (recomputing ??= request.recompute(pack)),
  };
  for (const { id, title, check } of steps) done.push(await attempt(id, title, () => check(pack, subject)));
  const summary = await summaryIn(pack);
  if (request.requireCertifiable) done.push(certifiable(summary));
  return {
    pack: request.pack,
    runId: summary?.runId ?? null,
    decision: summary?.decision ?? null,
    sound: done.every(({ outcome }) => outcome === 'ok' || outcome === 'noted'),
    steps: done,
  };
}

/** A file that cannot be read stands against the step that needs it. */
async function attempt(id: string, title: string, check: () => Promise<StepFindings>): Promise<VerifyStep> {
  try {
    const { against, notes } = await check();
    return stepOf(id, title, against, notes);
  } catch (error) {
    if (error instanceof CodedError) return stepOf(id, title, [{ where: error.code, problem: error.message }]);
    throw error;
  }
}

async function summaryIn(pack: OpenPack): Promise<Summary | null> {
  const summary = await jsonOf(pack, 'summary.json').catch((error: unknown) => {
    if (error instanceof CodedError) return null;
    throw error;
  });
  return shapeProblem('summary', summary) === null ? (summary as Summary) : null;
}

function certifiable(summary: Summary | null): VerifyStep {
  const [id, title] = ['require', 'the decision is certifiable'];
  if (summary === null) return skippedStep(id, title, 'summary.json cannot be read');
  const problem = `the decision is ${summary.decision}`;
  return stepOf(id, title, summary.decision === 'certifiable' ? [] : [{ where: 'summary.json', problem }]);
}
