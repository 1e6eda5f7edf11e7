import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capturedIo } from './captured-io.js';
import type { RunFlags } from './run-flags.js';
import { prepareEmulator } from './prepare-emulator.js';

const flags: RunFlags = { out: 'reports', logLevel: 'info' };

/** How many threads are started for a run. */
async function started(given: Partial<RunFlags>, env: NodeJS.ProcessEnv = {}): Promise<number> {
  let count = 0;
  await prepareEmulator({ ...flags, ...given }, capturedIo('/', env).io, () => (count += 1));
  return count;
}

test('a run on the embedded emulator starts its thread early, and each worker of a divided one its own', async () => {
  for (const given of [{}, { seed: 1 }, { parallel: 1 }, { worker: true, parallel: 2 }])
    assert.equal(await started(given), 1, JSON.stringify(given));
});

test('what needs no emulator in this process starts none', async () => {
  for (const given of [{ dryRun: true }, { resume: 'latest' }, { parallel: 2 }, { container: true }])
    assert.equal(await started(given), 0, JSON.stringify(given));
  const elsewhere = { AXYS_BASE_URL: 'https://127.0.0.1:1/v2', AXYS_API_KEY: 'axk_of_nobody' };
  assert.equal(await started({}, elsewhere), 0);
});

test('a configuration that is refused or cannot be used starts none, and is not complained about here', async () => {
  assert.equal(await started({}, { AXYS_ENV: 'nowhere' }), 0);
  assert.equal(await started({}, { AXYS_SEED: '1' }), 0);
  assert.equal(await started({ program: '/no/such/profile.json' }), 0);
});
