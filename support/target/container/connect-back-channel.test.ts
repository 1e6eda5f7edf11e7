import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import type { Clock } from '../../config/clock.js';
import { builtInProfile } from '../../config/built-in-profile.js';
import { systemClock } from '../../config/system-clock.js';
import { serveBackChannel } from '../../emulator/container/serve-back-channel.js';
import { createPki } from '../../emulator/pki/emulator-pki.js';
import type { Json } from '../../trace/exchange.js';
import { connectBackChannel } from './connect-back-channel.js';

const pki = await createPki(Date.now());
const names = { tenant: 'Tenant', program: 'Program' };
const certificate = await pki.issueClient(names);
const identity = { authority: pki.authority, ...pki.server };
const signal = new AbortController().signal;
const profile = { ...builtInProfile(), fundedWalletId: 3301 };

/** Both ends, with what each was told. */
async function open(taken: (url: string) => Promise<boolean> = () => Promise.resolve(true)) {
  const idle: string[] = [];
  const posted: { url: string; body: Json }[] = [];
  const server = await serveBackChannel(identity, { host: '127.0.0.1', port: 0 });
  server.speakFor({ profile, passIdleTime: () => idle.push('idle') });
  const channel = await connectBackChannel({
    ...{
      host: '127.0.0.1',
      port: server.port,
      certificate,
      serverCa: pki.authority,
      withinMs: 5000,
      clock: systemClock,
    },
    post: (url, body) => {
      posted.push({ url, body });
      return taken(url);
    },
  });
  return { server, channel, idle, posted };
}

describe('the back channel', () => {
  it('says what the emulator serves, carries idle time one way and callbacks the other', async () => {
    const { server, channel, idle, posted } = await open();
    assert.deepEqual(channel.profile, profile);
    channel.passIdleTime();
    assert.equal(await server.post('http://127.0.0.1:9/otp', { cardId: 7 }, signal), true);
    // Both travel on one connection in order, so the answer to the second shows that the first arrived.
    assert.deepEqual(idle, ['idle']);
    assert.deepEqual(posted, [{ url: 'http://127.0.0.1:9/otp', body: { cardId: 7 } }]);
    await channel.close();
    await server.close();
  });

  it('makes no call that leaves the machine, and says what a receiver refused', async () => {
    const { server, channel, posted } = await open((url) =>
      url.endsWith('/down') ? Promise.reject(new Error('nobody there')) : Promise.resolve(false),
    );
    assert.equal(await server.post('https://example.test/otp', {}, signal), false);
    assert.deepEqual(posted, []);
    assert.equal(await server.post('http://localhost:9/refuses', {}, signal), false);
    assert.equal(await server.post('http://localhost:9/down', {}, signal), false);
    await channel.close();
    await server.close();
  });

  it('makes no call to what is no URL, and goes on', async () => {
    const { server, channel, posted } = await open();
    assert.equal(await server.post('no URL at all', {}, signal), false);
    assert.equal(await server.post('http://127.0.0.1:9/otp', {}, signal), true);
    assert.equal(posted.length, 1);
    await channel.close();
    await server.close();
  });

  it('rejects a callback while nobody is connected', async () => {
    const server = await serveBackChannel(identity, { host: '127.0.0.1', port: 0 });
    await assert.rejects(server.post('http://127.0.0.1:9/', {}, signal), /nobody is connected/);
    await server.close();
  });

  it('gives up callbacks whose run has gone', async () => {
    const { server } = await open(() => new Promise(() => undefined));
    const waiting = server.post('http://127.0.0.1:9/', {}, signal);
    await server.close();
    assert.equal(await waiting, false);
  });

  it('is closed to whoever shows no certificate of ours', async () => {
    const server = await serveBackChannel(identity, { host: '127.0.0.1', port: 0 });
    server.speakFor({ profile, passIdleTime: () => assert.fail('a stranger was heard') });
    const stranger = await (await createPki(Date.now())).issueClient(names);
    const place = { host: '127.0.0.1', port: server.port, serverCa: pki.authority, withinMs: 5000, clock: systemClock };
    await assert.rejects(connectBackChannel({ ...place, certificate: stranger }));
    await server.close();
  });

  it('gives up on what takes the connection and says nothing', async () => {
    // The platform behind it has not begun to speak.
    const server = await serveBackChannel(identity, { host: '127.0.0.1', port: 0 });
    const waits: number[] = [];
    const clock: Clock = {
      now: () => systemClock.now(),
      sleep: (ms) => Promise.resolve(void waits.push(ms)),
    };
    const place = {
      host: '127.0.0.1',
      port: server.port,
      certificate,
      serverCa: pki.authority,
      withinMs: 60_000,
      clock,
    };
    await assert.rejects(connectBackChannel(place), { message: 'nothing was said within 60000 ms' });
    assert.deepEqual(waits, [60_000]);
    await server.close();
  });

  it('rejects when what listens there speaks something else', async (context) => {
    const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    context.after(() => other.close());
    const { port } = other.address() as AddressInfo;
    const place = { host: '127.0.0.1', port, serverCa: pki.authority, withinMs: 5000, clock: systemClock };
    await assert.rejects(connectBackChannel({ ...place, certificate }));
  });
});
