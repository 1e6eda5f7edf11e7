import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { loadConfiguration } from '../config/load-configuration.js';
import { readEnvFile } from '../config/env-file.js';
import { capturedIo, type CapturedIo } from './captured-io.js';
import { main } from './main.js';

/** Resolves when the emulator says that it listens, or when the command ended without it. */
async function listening(captured: CapturedIo, ended: Promise<number>): Promise<void> {
  const running = Symbol('running');
  const turn = () => new Promise<typeof running>((next) => setImmediate(next, running));
  while (!captured.stdout().includes('listening ') && (await Promise.race([ended, turn()])) === running);
}

describe('axys-certify emulator', () => {
  let cwd = '';
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-serve-'));
  });
  after(() => rm(cwd, { recursive: true, force: true }));

  it('hands over everything a run needs, readable by the owner only, and takes it away at the end', async () => {
    await writeFile(join(cwd, 'mine.json'), '{ "program": "Mine", "programId": 7 }');
    const captured = capturedIo(cwd);
    const ended = main('emulator --env-file e.env --program mine.json'.split(' '), captured.io);
    await listening(captured, ended);
    assert.match(captured.stdout(), /^listening https:\/\/127\.0\.0\.1:\d+\/v2\n$/, captured.stderr());

    const { values } = await readEnvFile(join(cwd, 'e.env'));
    const files = [...values].filter(([name]) => /_PATH$|_PROGRAM$/.test(name)).map(([, file]) => file);
    assert.equal(files.length, 6);
    for (const file of [join(cwd, 'e.env'), ...files]) {
      assert.ok(isAbsolute(file));
      assert.equal((await stat(file)).mode & 0o777, 0o600, file);
    }
    const configuration = await loadConfiguration({ environment: {}, flags: { envFile: 'e.env' }, cwd });
    assert.equal(configuration.environment, 'emulator');
    assert.equal(`listening ${configuration.baseUrl?.href ?? ''}\n`, captured.stdout());
    assert.deepEqual([configuration.profile?.program, configuration.profile?.programId], ['Mine', 7]);
    const production = values.get('AXYS_PRODUCTION_ENV_FILE') ?? '';
    assert.equal((await stat(production)).mode & 0o777, 0o600);
    const live = await loadConfiguration({ environment: {}, flags: { envFile: production }, cwd });
    assert.equal(live.environment, 'production');
    assert.deepEqual(live.documents, configuration.documents);
    const { baseUrl, apiKey, certificate } = live;
    assert.equal(configuration.production?.certificate?.certificate, certificate?.certificate);
    assert.ok(baseUrl?.href !== configuration.baseUrl?.href && apiKey !== configuration.apiKey);
    assert.ok(configuration.certificate !== null && configuration.nextCertificate !== null);
    assert.ok(!captured.stdout().includes(configuration.apiKey ?? '?') && !captured.stderr().includes('axk_'));

    captured.interrupt();
    assert.equal(await ended, 0);
    assert.deepEqual(await readdir(cwd), ['mine.json']);
  });

  it('hands over a production check when it behaves like production; the process environment still wins', async () => {
    const captured = capturedIo(cwd);
    const ended = main('emulator --production --env-file p.env'.split(' '), captured.io);
    await listening(captured, ended);
    const flags = { envFile: 'p.env' };
    assert.equal((await loadConfiguration({ environment: {}, flags, cwd })).environment, 'production');
    const environment = { AXYS_ENV: 'emulator' };
    assert.equal((await loadConfiguration({ environment, flags, cwd })).environment, 'emulator');
    captured.interrupt();
    assert.equal(await ended, 0);
  });

  it('exits 78 when the port is in use, and leaves nothing behind', async () => {
    const squatter = createServer();
    await new Promise<void>((ready) => squatter.listen(0, '127.0.0.1', ready));
    const { port } = squatter.address() as AddressInfo;
    const captured = capturedIo(cwd);
    assert.equal(await main(['emulator', '--port', String(port), '--env-file', 'busy.env'], captured.io), 78);
    assert.match(captured.stderr(), new RegExp(`EMU-\\d+: .*${port}`));
    assert.ok(!(await readdir(cwd)).some((name) => name.includes('busy')));
    await new Promise((closed) => squatter.close(closed));
  });

  it('exits 78 when the env-file cannot be written, and closes the port again', async () => {
    const captured = capturedIo(cwd);
    assert.equal(await main(['emulator', '--env-file', 'no/such/folder/e.env'], captured.io), 78);
    assert.match(captured.stderr(), /CMD-202/);
    assert.equal(captured.stdout(), '');
  });

  it('never replaces a folder or an env-file folder that it did not write', async () => {
    await mkdir(join(cwd, 'conf.d'));
    await writeFile(join(cwd, 'conf.d', 'mine.txt'), 'precious');
    for (const [name, says] of [
      ['conf', /^CMD-204: .*mine\.txt[^]*another path/],
      ['conf.d', /^CMD-202/],
    ] as const) {
      const captured = capturedIo(cwd);
      assert.equal(await main(['emulator', '--env-file', name], captured.io), 78);
      assert.match(captured.stderr(), says);
    }
    assert.equal(await readFile(join(cwd, 'conf.d', 'mine.txt'), 'utf8'), 'precious');
  });

  it('never replaces an env-file that no emulator wrote, which is what --env-file means to run', async () => {
    const marked = '# Written by "axys-certify emulator"';
    for (const mine of ['AXYS_ENV=staging\nAXYS_API_KEY=precious\n', `${marked}\nAXYS_API_KEY=precious\n`, '']) {
      await writeFile(join(cwd, 'staging.env'), mine);
      const captured = capturedIo(cwd);
      assert.equal(await main(['emulator', '--env-file', 'staging.env'], captured.io), 78);
      assert.match(captured.stderr(), /^CMD-203: .*staging\.env/);
      assert.ok(!captured.stderr().includes('precious'));
      assert.equal(captured.stdout(), '');
      assert.equal(await readFile(join(cwd, 'staging.env'), 'utf8'), mine);
      assert.ok(!(await readdir(cwd)).includes('staging.env.d'));
    }
  });

  it('never replaces a folder whose files only have the names of its own', async () => {
    await mkdir(join(cwd, 'own.env.d'));
    await writeFile(join(cwd, 'own.env.d', 'program.json'), 'precious');
    const captured = capturedIo(cwd);
    assert.equal(await main(['emulator', '--env-file', 'own.env'], captured.io), 78);
    assert.match(captured.stderr(), /^CMD-204: .*program\.json/);
    assert.equal(await readFile(join(cwd, 'own.env.d', 'program.json'), 'utf8'), 'precious');
  });

  it('takes a hand-over that somebody filled in for theirs', async () => {
    const captured = capturedIo(cwd);
    const ended = main(['emulator', '--env-file', 'copied.env'], captured.io);
    await listening(captured, ended);
    const copy = (await readFile(join(cwd, 'copied.env'), 'utf8')).replace(/AXYS_API_KEY=.*/, 'AXYS_API_KEY=precious');
    await writeFile(join(cwd, 'copied.env'), copy);
    captured.interrupt();
    assert.equal(await ended, 0, captured.stderr());
    const again = capturedIo(cwd);
    assert.equal(await main(['emulator', '--env-file', 'copied.env'], again.io), 78);
    assert.match(again.stderr(), /^CMD-203/);
    assert.equal(await readFile(join(cwd, 'copied.env'), 'utf8'), copy);
  });

  it('replaces what an emulator that was killed left behind', async () => {
    const serve = async (leave: (text: string) => Promise<void>) => {
      const captured = capturedIo(cwd);
      const ended = main(['emulator', '--env-file', 'left.env'], captured.io);
      await listening(captured, ended);
      const text = await readFile(join(cwd, 'left.env'), 'utf8');
      captured.interrupt();
      assert.equal(await ended, 0, captured.stderr());
      await leave(text);
    };
    await serve((text) => writeFile(join(cwd, 'left.env'), text));
    await serve(async () => assert.ok(!(await readdir(cwd)).includes('left.env')));
  });

  it('removes at the end only what is still its own', async () => {
    const captured = capturedIo(cwd);
    const ended = main(['emulator', '--env-file', 'mine.env'], captured.io);
    await listening(captured, ended);
    await writeFile(join(cwd, 'mine.env'), 'AXYS_ENV=staging\n');
    await writeFile(join(cwd, 'mine.env.d', 'notes.txt'), 'precious');
    await writeFile(join(cwd, 'mine.env.d', 'program.json'), '{ "program": "Edited" }');
    captured.interrupt();
    assert.equal(await ended, 0, captured.stderr());
    assert.equal(await readFile(join(cwd, 'mine.env'), 'utf8'), 'AXYS_ENV=staging\n');
    assert.deepEqual((await readdir(join(cwd, 'mine.env.d'))).toSorted(), ['notes.txt', 'program.json']);
  });
});
