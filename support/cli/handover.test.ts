import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtInProfile } from '../config/built-in-profile.js';
import type { RunningEmulator } from '../emulator/emulator.js';
import { writeHandover } from './handover.js';

test('an env-file that cannot be put in its place leaves no credentials behind', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'axys-handover-'));
  const envFile = join(cwd, 'e.env');
  const pair = { certificate: 'certificate', privateKey: 'key', passphrase: null };
  const emulator = {
    ...{ profile: builtInProfile(), certificate: pair, nextCertificate: pair, serverCa: 'ca', apiKey: 'axk_secret' },
    get url() {
      // Somebody puts a folder there at the last moment, so that the file cannot be renamed to it.
      mkdirSync(envFile, { recursive: true });
      return 'https://127.0.0.1:1/v2';
    },
  };
  await assert.rejects(writeHandover(envFile, emulator as unknown as RunningEmulator, 'production'), {
    ...{ code: 'CMD-202', exit: 78 },
  });
  assert.deepEqual(await readdir(cwd), ['e.env']);
  await rm(cwd, { recursive: true });
});
