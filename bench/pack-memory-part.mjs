// One part of pack-memory.mjs, in a process of its own: `seal FOLDER` or `verify PACK`. Prints its peak memory as JSON.
import { generateKeyPairSync } from 'node:crypto';
import { basename } from 'node:path';
import { readBuildInfo } from '../dist/support/config/build-info.js';
import { checkJournal } from '../dist/support/evidence/verify/check-journal.js';
import { beFrugalWith } from '../dist/support/evidence/frugal-heap.js';
import { evidenceFolder } from '../dist/support/evidence/evidence-folder.js';
import { createSigner } from '../dist/support/evidence/seal/signer.js';
import { openPack } from '../dist/support/evidence/verify/open-pack.js';
import { verifyPack } from '../dist/support/evidence/verify/verify-pack.js';
import { recomputeOrExplain } from '../dist/support/runner/recompute/recompute-run.js';
import { sealRun } from '../dist/support/runner/seal-run.js';
import { writeEvidence } from '../dist/support/runner/write-evidence.js';

// The step that must fail: no build has the scenarios of a recording that was made longer.
const otherPlan = 'plan';

const parts = {
  seal: async (root) => {
    const folder = evidenceFolder(root);
    // In a run the results lie in memory already; reading them back is this script's own doing.
    await beFrugalWith(root);
    const { decided, against } = await recomputeOrExplain(await openPack(root));
    // The summary is still the template's; sealing writes it anew.
    const wrong = against.filter(({ where }) => !where.startsWith('summary.json'));
    if (wrong.length > 0) throw new Error(JSON.stringify(wrong.slice(0, 3)));
    const run = await sealRun({
      folder,
      secrets: () => [],
      checkJournal: async (place) => checkJournal(await openPack(place), { runId: basename(place), signed: null }),
      signer: createSigner(generateKeyPairSync('ed25519').privateKey, true),
      decide: async ({ journal, integrity }) =>
        writeEvidence(
          folder,
          { ...decided, recorded: { ...decided.recorded, journal, integrity } },
          await openPack(root),
        ),
      recompute: async (place) => recomputeOrExplain(await openPack(place)),
    });
    return `${run.gate.decision}, ${run.recorded.recomputation}`;
  },
  verify: async (pack) => {
    const recompute = (opened) => recomputeOrExplain(opened);
    const request = { pack, key: null, requireCertifiable: false, recompute, build: readBuildInfo() };
    const { steps } = await verifyPack(request);
    const failed = steps.filter(({ id, outcome }) => !['ok', 'noted'].includes(outcome) && id !== otherPlan);
    if (failed.length > 0) throw new Error(JSON.stringify(failed.map(({ id, items }) => [id, items.slice(0, 3)])));
    return `sound but for its plan (${steps.length} steps)`;
  },
};

const [part, place] = process.argv.slice(2);
const began = Date.now();
const said = await parts[part](place);
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ peakMb, seconds: Math.round((Date.now() - began) / 1000), said }));
