import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ownContainerSettings, passesOn } from './container-settings.js';
import type { GuardedTarget } from './guard.js';
import { loadContainer } from './load-container.js';

const emulator: GuardedTarget = { environment: 'emulator', baseUrl: null, allowedHosts: [] };
const folder = await mkdtemp(join(tmpdir(), 'axys-container-'));
after(() => rm(folder, { recursive: true, force: true }));

async function load(text: string) {
  const settingsFile = join(folder, 'container.yaml');
  await writeFile(settingsFile, text);
  return (await loadContainer({ asked: true, image: undefined, settingsFile }, emulator))?.settings;
}

describe('loadContainer', () => {
  it('is nothing when nobody asks', async () => {
    assert.equal(await loadContainer({ asked: false, image: undefined, settingsFile: null }, emulator), null);
  });

  it('builds our own image, or takes the one that is named, with our own settings', async () => {
    const asked = await loadContainer({ asked: true, image: undefined, settingsFile: null }, emulator);
    assert.deepEqual(asked, { image: null, settings: ownContainerSettings });
    const named = await loadContainer({ asked: false, image: 'theirs:1', settingsFile: null }, emulator);
    assert.deepEqual(named, { image: 'theirs:1', settings: ownContainerSettings });
  });

  it('lays what is written over our own settings, member by member', async () => {
    const settings = await load(
      'port: 443\nbackChannel: null\ncredentials: { folder: /certs, files: { serverKey: tls.key, apiKey: null } }\n',
    );
    const { credentials } = ownContainerSettings;
    assert.deepEqual(settings, {
      ...ownContainerSettings,
      ...{ port: 443, backChannel: null },
      credentials: {
        ...{ folder: '/certs', owner: credentials.owner },
        files: { ...credentials.files, serverKey: 'tls.key', apiKey: null },
      },
    });
  });

  for (const [text, where] of [
    ['prot: 443', /CNT-122|"prot"/],
    ['port: 0', /\/port/],
    ['port: 8444', /\/backChannel/],
    ['credentials: { folder: certs }', /\/credentials\/folder/],
    ['credentials: { files: { serverKey: ../key } }', /\/credentials\/files\/serverKey/],
    ['readiness: { log: "(" }', /\/readiness\/log.*regular expression/],
    ['readiness: { log: up, port: true }', /\/readiness/],
    ['command: ["--key", "{apiKey}"]', /\/command\/1.*\{apiKey\}/],
    ['environment: { SCALE: "{scale}" }', /\/environment\/SCALE.*\{scale\}/],
    ['[]', /object/],
  ] as const) {
    it(`refuses ${text}`, async () => {
      await assert.rejects(load(text), (error: Error & { code?: string; exit?: number }) => {
        assert.deepEqual([error.code, error.exit], ['CNT-122', 78]);
        assert.match(error.message, where);
        return true;
      });
    });
  }

  it('refuses settings that are no YAML, and a file that is not there', async () => {
    await assert.rejects(load('port: [}'), { code: 'CNT-121', exit: 78, message: /not YAML: .* at line 1, column \d/ });
    const other = join(folder, 'other.yaml');
    await writeFile(other, Buffer.from('\uFEFFport: 1', 'utf16le'));
    const written = loadContainer({ asked: true, image: undefined, settingsFile: other }, emulator);
    await assert.rejects(written, { code: 'CNT-121', message: /UTF-16/ });
    const settingsFile = join(folder, 'none.yaml');
    await assert.rejects(loadContainer({ asked: true, image: undefined, settingsFile }, emulator), { code: 'CNT-121' });
  });

  it('refuses a container beside a target that already runs', async () => {
    const request = { asked: true, image: undefined, settingsFile: null };
    const staging: GuardedTarget = { ...emulator, environment: 'staging' };
    const running: GuardedTarget = { ...emulator, baseUrl: new URL('https://127.0.0.1:1/v2') };
    await assert.rejects(loadContainer(request, staging), { code: 'CNT-123', exit: 78 });
    await assert.rejects(loadContainer({ ...request, asked: false, image: 'x' }, running), { code: 'CNT-123' });
  });

  it('refuses settings for a container that nobody asks for', async () => {
    const request = { asked: false, image: undefined, settingsFile: '/settings.yaml' };
    await assert.rejects(loadContainer(request, emulator), { code: 'CNT-131', exit: 64 });
  });
});

describe('passesOn', () => {
  it('is true where command or environment holds the placeholder', () => {
    assert.equal(passesOn('part', ownContainerSettings), true);
    assert.equal(passesOn('part', { command: null, environment: { PART: 'p{part}' } }), true);
    assert.equal(passesOn('part', { command: ['--part', '1'], environment: {} }), false);
  });
});
