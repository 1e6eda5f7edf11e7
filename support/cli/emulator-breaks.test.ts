import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { endingOf, type Ending } from '../fail-closed/ending.js';
import { HarnessProcess } from '../fail-closed/harness-process.js';

/** Where the thread of the emulator does its works. */
const file = 'dist/support/target/embedded/do-emulator-work.js';

/** A run on an embedded emulator whose thread ends the first time it is asked for a work. */
async function runThatBreaks(work: 'start' | 'pass-idle-time' | 'tell-secrets'): Promise<Ending> {
  const text = `case '${work}':`;
  const harness = await HarnessProcess.start([{ file, text, becomes: `${text} process.exit();` }]);
  const cwd = await mkdtemp(join(tmpdir(), 'axys-breaks-'));
  try {
    const args = ['run', '--tags', '@TM-10 or @TM-14 or @TM-61'];
    const done = await harness.run({ args, env: { PATH: cwd }, cwd, trouble: 'nothing goes wrong' });
    return await endingOf(done, join(cwd, 'reports'));
  } finally {
    await rm(cwd, { recursive: true, force: true });
    await harness.close();
  }
}

test('a run whose emulator breaks before its first call ends with exit 3', async () => {
  const { exitCode, decision, said } = await runThatBreaks('start');
  assert.deepEqual([exitCode, decision], [3, 'none']);
  assert.match(said.join('\n'), /^EMU-301: .* its thread ended/m);
});

for (const work of ['pass-idle-time', 'tell-secrets'] as const)
  test(`a run whose emulator breaks at ${work} blames the harness and nobody else`, async () => {
    const { exitCode, decision, said } = await runThatBreaks(work);
    assert.deepEqual([exitCode, decision], [3, 'partial'], said.join('\n'));
    assert.match(said.join('\n'), /"the harness itself worked" does not hold: .*EMU-301/);
  });
