import { generateKeyPairSync } from 'node:crypto';
import { basename } from 'node:path';
import { readBuildInfo } from '../../support/config/embedded-build.js';
import { evidenceFolder } from '../../support/evidence/evidence-folder.js';
import { beFrugalWith } from '../../support/evidence/frugal-heap.js';
import { createSigner } from '../../support/evidence/seal/signer.js';
import { checkJournal } from '../../support/evidence/verify/check-journal.js';
import { openPack } from '../../support/evidence/verify/open-pack.js';
import { verifyPack } from '../../support/evidence/verify/verify-pack.js';
import { ownPlanDifferences } from '../../support/runner/recompute/own-plan.js';
import { recomputeOrExplain } from '../../support/runner/recompute/recompute-run.js';
import { sealRun } from '../../support/runner/seal-run.js';
import { writeEvidence } from '../../support/runner/write-evidence.js';
import type { KnownSecret } from '../../support/trace/mask/secrets.js';
import type { SensitiveKind } from '../../support/trace/mask/sensitive-kind.js';
import { viewDifferences } from '../../support/views/check-views.js';

// One part of bench/pack-memory.mjs, in a process of its own: `seal FOLDER SECRETS` or `verify PACK`. Prints its peak memory as JSON.

/** The step that must fail: no build has the scenarios of a recording that was made longer. */
const otherPlan = 'plan';

/** As many secrets of each kind as a run of that length has, made up: the scan has as much to look for, and finds none. */
function madeUpSecrets(counts: Readonly<Record<string, number>>): readonly KnownSecret[] {
  return Object.entries(counts).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index) => ({ kind: kind as SensitiveKind, value: `made up ${kind} ${index}` })),
  );
}

async function seal(root: string, counts: string): Promise<string> {
  const secrets = madeUpSecrets(JSON.parse(counts) as Readonly<Record<string, number>>);
  const folder = evidenceFolder(root);
  // In a run the results lie in memory already; reading them back is this script's own doing.
  await beFrugalWith(root);
  const { decided, against } = await recomputeOrExplain(await openPack(root));
  // The summary is still the template's; sealing writes it anew.
  const wrong = against.filter(({ where }) => !where.startsWith('summary.json'));
  if (decided === null || wrong.length > 0) throw new Error(JSON.stringify(wrong.slice(0, 3)));
  const run = await sealRun({
    ...{ folder, runId: basename(root), holed: false, secrets: () => secrets },
    checkJournal: async (place) => checkJournal(await openPack(place), { runId: basename(place), signed: null }),
    signer: createSigner(generateKeyPairSync('ed25519').privateKey, true),
    decide: async ({ journal, integrity }) => {
      const again = { ...decided, recorded: { ...decided.recorded, journal, integrity } };
      return writeEvidence(folder, again, { pack: await openPack(root), written: () => undefined });
    },
    recompute: async (place) => recomputeOrExplain(await openPack(place)),
  });
  return `${run.gate.decision}, ${run.recorded.recomputation}`;
}

async function verify(pack: string): Promise<string> {
  const { steps } = await verifyPack({
    ...{ pack, key: null, requireCertifiable: false, build: readBuildInfo() },
    recompute: (opened) => recomputeOrExplain(opened),
    ownPlan: ownPlanDifferences,
    views: viewDifferences,
  });
  const failed = steps.filter(({ id, outcome }) => outcome !== 'ok' && outcome !== 'noted' && id !== otherPlan);
  if (failed.length > 0) throw new Error(JSON.stringify(failed.map(({ id, items }) => [id, items.slice(0, 3)])));
  return `sound but for its plan (${steps.length} steps)`;
}

const parts: Readonly<Record<string, (place: string, counts: string) => Promise<string>>> = { seal, verify };
const [name = '', place = '', counts = '{}'] = process.argv.slice(2);
const part = parts[name];
if (part === undefined) throw new Error(`no part ${name}; there are ${Object.keys(parts).join(' and ')}`);
const began = performance.now();
const said = await part(place, counts);
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ peakMb, seconds: Math.round((performance.now() - began) / 1000), said }));
