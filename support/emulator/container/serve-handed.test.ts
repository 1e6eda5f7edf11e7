import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { Agent, request } from 'undici';
import { connectBackChannel } from '../../target/container/connect-back-channel.js';
import { createPki } from '../pki/emulator-pki.js';
import { builtInProfile } from '../../config/built-in-profile.js';
import { systemClock } from '../../config/system-clock.js';
import { handedFiles, type HandedName } from '../../config/handed-files.js';
import { answersTls } from './health-check.js';
import { serveHanded, type HandedOptions } from './serve-handed.js';

const folder = await mkdtemp(join(tmpdir(), 'axys-handed-'));
after(() => rm(folder, { recursive: true, force: true }));
const pki = await createPki(Date.now());
const profile = { ...builtInProfile(), program: 'Handed Program' };
const certificate = await pki.issueClient({ tenant: 'Emulated Tenant', program: 'Handed Program' });
const contents: Readonly<Record<HandedName, string>> = {
  serverCertificate: pki.server.certificate,
  serverKey: pki.server.privateKey,
  clientAuthority: pki.authority,
  apiKey: 'axk_handed\n',
  program: JSON.stringify(profile),
};

const hand = (name: HandedName, content: string) => writeFile(join(folder, handedFiles[name]), content);
for (const [name, content] of Object.entries(contents)) await hand(name as HandedName, content);

const accessLog = join(folder, 'access.ndjson');
const options: HandedOptions = {
  ...{ host: '127.0.0.1', port: 0, backChannel: 0, credentials: folder, accessLog, seed: 3, part: 0, timeScale: 16 },
  ...{ program: join(folder, handedFiles.program), production: false, faults: [], vary: [], clock: systemClock },
};

async function listCardholders(port: number, apiKey: string) {
  const connect = { ca: pki.authority, cert: certificate.certificate, key: certificate.privateKey };
  const dispatcher = new Agent({ connect });
  const answer = await request(`https://127.0.0.1:${port}/v2/cardholders`, {
    ...{ dispatcher, headers: { 'x-api-key': apiKey } },
  });
  await answer.body.dump();
  await dispatcher.close();
  return answer.statusCode;
}

describe('an emulator with handed-over credentials', () => {
  it('serves with them, says what it serves, is healthy, and logs nothing secret', async () => {
    const emulator = await serveHanded(options);
    assert.equal(await answersTls(emulator.port), true);
    assert.equal(await listCardholders(emulator.port, 'axk_handed'), 200);
    assert.equal(await listCardholders(emulator.port, 'axk_other'), 401);
    const channel = await connectBackChannel({
      ...{ host: '127.0.0.1', port: emulator.backChannel ?? 0, certificate, serverCa: pki.authority, withinMs: 5000 },
      clock: systemClock,
    });
    assert.equal(channel.profile.program, 'Handed Program');
    assert.equal(typeof channel.profile.fundedWalletId, 'number');
    await channel.close();
    await emulator.close();
    assert.equal(await answersTls(emulator.port), false);
    const log = await readFile(accessLog, 'utf8');
    assert.match(log, /"operationId":"listCardholders"/);
    assert.doesNotMatch(log, /axk_/);
  });

  it('has no back channel where none is wanted', async () => {
    const emulator = await serveHanded({ ...options, backChannel: null });
    assert.equal(emulator.backChannel, null);
    await emulator.close();
  });

  it('does not start without every credential', async () => {
    await hand('apiKey', ' \n');
    await assert.rejects(serveHanded(options), { code: 'EMU-108', exit: 78, message: /api-key.*it is empty/ });
    await hand('apiKey', 'axk_handed');
    await rm(join(folder, handedFiles.serverKey));
    await assert.rejects(serveHanded(options), {
      code: 'EMU-108',
      exit: 78,
      message: /server\.key\.pem.*no such file/,
    });
    await hand('serverKey', contents.serverKey);
  });

  it('leaves nothing listening when it cannot start', async () => {
    const first = await serveHanded({ ...options, backChannel: null });
    await assert.rejects(serveHanded({ ...options, port: first.port }), { code: 'EMU-101', exit: 78 });
    await assert.rejects(serveHanded({ ...options, backChannel: first.port }), { code: 'EMU-109', exit: 78 });
    await assert.rejects(serveHanded({ ...options, faults: ['none'] }), { code: 'EMU-201', exit: 64 });
    await first.close();
  });
});
