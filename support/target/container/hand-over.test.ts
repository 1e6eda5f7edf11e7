import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { ownContainerSettings } from '../../config/container-settings.js';
import { loadConfiguration } from '../../config/load-configuration.js';
import { systemRandomBytes } from '../../config/random-bytes.js';
import { builtInProfile } from '../../config/built-in-profile.js';
import { ContainerLog } from './container-log.js';
import { credentialArchive, handedContents } from './credential-archive.js';
import { fillPlaceholders } from './fill-placeholders.js';
import { credentialsFor } from './made-credentials.js';
import { maskerOf } from './mask-log.js';

const configuration = await loadConfiguration({ environment: {}, flags: {}, cwd: '.' });
const profile = builtInProfile();
const randomBytes = systemRandomBytes;
const clock = { now: () => Date.now(), sleep: () => Promise.resolve() };
const made = await credentialsFor(configuration, { host: 'engine.test', profile, clock, randomBytes });

describe('the credentials of a container', () => {
  it('name the host its ports are reached at, beside loopback', () => {
    const server = new X509Certificate(made.server?.certificate ?? '');
    assert.ok(server.checkHost('engine.test') !== undefined && server.checkIP('127.0.0.1') !== undefined);
    assert.ok(server.verify(new X509Certificate(made.serverCa).publicKey));
  });

  it('are new for every run', async () => {
    const other = await credentialsFor(configuration, { host: '127.0.0.1', profile, clock, randomBytes });
    assert.notEqual(other.apiKey, made.apiKey);
    assert.notEqual(other.serverCa, made.serverCa);
  });

  it('are those of the configuration where the image brings its own, and then no key of a server is made', async () => {
    const { certificate } = made;
    const theirs = { ...configuration, apiKey: 'axk_theirs', certificate, serverCa: made.serverCa };
    const used = await credentialsFor(theirs, { host: '127.0.0.1', profile, clock, randomBytes });
    assert.deepEqual([used.apiKey, used.certificate, used.server], ['axk_theirs', certificate, null]);
    const files = handedContents(ownContainerSettings.credentials, used, profile);
    assert.deepEqual(files.map(({ name }) => name).sort(), ['api-key', 'program.json']);
  });

  it('are handed over under the names of the settings, without what has none', () => {
    const { credentials } = ownContainerSettings;
    const files = { ...credentials.files, serverKey: 'tls.key', program: null };
    const handed = handedContents({ ...credentials, files }, made, profile);
    assert.deepEqual(handed.map(({ name }) => name).sort(), [
      'api-key',
      'client-ca.crt.pem',
      'server.crt.pem',
      'tls.key',
    ]);
    assert.ok(handed.every(({ content }) => !content.includes(made.certificate.privateKey)));
  });

  it('travel as a tar whose files only their owner can read', async () => {
    const tar = await buffer(credentialArchive([{ name: 'api-key', content: 'secret' }], 1234));
    const header = (from: number, length: number) => tar.subarray(from, from + length).toString('latin1');
    const octal = (from: number, length: number) => parseInt(header(from, length), 8);
    assert.deepEqual([header(0, 7), octal(100, 8), octal(108, 8), octal(116, 8)], ['api-key', 0o400, 1234, 1234]);
    assert.equal(header(512, 6), 'secret');
  });
});

describe('the log of a container', () => {
  it('is masked before anybody sees it: keys and card data go', () => {
    const mask = maskerOf(made, randomBytes);
    const key = made.server?.privateKey.split('\n')[1] ?? '';
    const shown = mask(`key ${made.apiKey} pem ${key} card 4111111111111111 end`);
    for (const secret of [made.apiKey, key, '4111111111111111']) assert.ok(!shown.includes(secret));
    assert.match(shown, /^key \[masked:api-key:.* end$/);
  });

  it('keeps every line in order, and gives the last ones', async () => {
    const log = new ContainerLog();
    log.follow(Readable.from(['one\ntw', 'o\nthree\n']));
    await log.whole();
    assert.equal(log.text(), 'one\ntwo\nthree\n');
    assert.equal(log.text(1), 'three\n');
    assert.equal(new ContainerLog().text(), '');
  });
});

describe('fillPlaceholders', () => {
  const values = { port: '8443', backChannel: '0', folder: '/run/axys', seed: '7', part: '0', timeScale: '16' };

  it('fills what has a value and leaves every other brace alone', () => {
    assert.equal(
      fillPlaceholders('--key={folder}/k --seed {seed} {toString} {}', values),
      '--key=/run/axys/k --seed 7 {toString} {}',
    );
  });
});
