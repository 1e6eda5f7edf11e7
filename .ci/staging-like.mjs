// The whole matrix against a staging-like server of our own, twenty times slower than the emulator usually is, with the
// legal differences most likely to be met. Takes two minutes; needs a build: node .ci/staging-like.mjs
import { runStagingLike } from '../dist/support/cli/test-kit/staging-like-run.js';
import { usualDeviations } from '../dist/support/emulator/test-kit/staging-like/deviations.js';

const run = await runStagingLike({ deviations: usualDeviations, timeScale: 100, timing: { pollMaxMs: 300 } });
process.stdout.write(run.printed);
for (const id of ['K-01', 'C-06', 'U-03', 'U-07', 'C-02', 'C-05']) {
  process.stdout.write(`${id}: ${run.question(id).answer}\n`);
}
process.exitCode = run.code;
