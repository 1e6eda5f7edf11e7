import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { endingOf, type Ending } from '../fail-closed/ending.js';
import { HarnessProcess } from '../fail-closed/harness-process.js';

/** Where the thread of the emulator does its works. */
const file = 'dist/support/target/embedded/do-emulator-work.js';

/** Works in which the thread of an embedded emulator ends, in the build under test, when its seed is the key. */
const works = { 1: 'start', 2: 'pass-idle-time', 3: 'tell-secrets' } as const;

describe('a run whose emulator breaks', () => {
  let harness: HarnessProcess;
  before(async () => {
    const edits = Object.entries(works).map(([seed, work]) => {
      const text = `case '${work}':`;
      const noted = work === 'start' ? 'globalThis.seed = work.request.seed;' : '';
      return { file, text, becomes: `${text} ${noted} if (globalThis.seed === ${seed}) process.exit();` };
    });
    harness = await HarnessProcess.start(edits);
  });
  after(() => harness.close());

  /** A run on an embedded emulator whose thread ends the first time it is asked for the work of this seed. */
  async function runWith(seed: string): Promise<Ending> {
    const cwd = await mkdtemp(join(tmpdir(), 'axys-breaks-'));
    try {
      const args = ['run', '--seed', seed, '--tags', '@TM-10 or @TM-14 or @TM-61'];
      const done = await harness.run({ args, env: { PATH: cwd }, cwd, trouble: 'nothing goes wrong' });
      return await endingOf(done, join(cwd, 'reports'));
    } finally {
      await rm(cwd, { recursive: true, force: true });
    }
  }

  for (const [seed, work] of Object.entries(works))
    if (work === 'start')
      it('before its first call ends with exit 3', async () => {
        const { exitCode, decision, said } = await runWith(seed);
        assert.deepEqual([exitCode, decision], [3, 'none']);
        assert.match(said.join('\n'), /^EMU-301: .* its thread ended/m);
      });
    else
      it(`at ${work} blames the harness and nobody else`, async () => {
        const { exitCode, decision, said } = await runWith(seed);
        assert.deepEqual([exitCode, decision], [3, 'partial'], said.join('\n'));
        assert.match(said.join('\n'), /"the harness itself worked" does not hold: .*EMU-301/);
      });
});
