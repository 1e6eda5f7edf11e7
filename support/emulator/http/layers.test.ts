import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { CodedError } from '../../messages/coded-error.js';
import { rateLimit } from '../timing/delays.js';
import { openSession } from '../test-kit/open-session.js';
import { newCardholder, person } from '../test-kit/subjects.js';
import { createAllowlist } from './allowlist.js';
import { createRateLimiter } from './rate-limiter.js';
import { Refusal } from './refusal.js';

test('an IPv4 address counts as itself behind an IPv6 socket, and no address admits a neighbour', () => {
  const list = createAllowlist(['127.0.0.1', '::1']);
  const seen = ['127.0.0.1', '::ffff:127.0.0.1', '::1', '127.0.0.2', '::ffff:127.0.0.2', ''].map((address) =>
    list.admits(address),
  );
  assert.deepEqual(seen, [true, true, true, false, false, false]);
});

test('the bucket lets a burst through, then refuses with Retry-After, then refills; keys do not share', () => {
  const limiter = createRateLimiter({ burst: 2, perSecond: 1 });
  limiter.take('a', 0);
  limiter.take('a', 0);
  assert.throws(
    () => {
      limiter.take('a', 0);
    },
    (problem) => problem instanceof Refusal && problem.status === 429 && problem.headers['retry-after'] === '1',
  );
  limiter.take('b', 0);
  limiter.take('a', 1000);
  assert.throws(() => {
    limiter.take('a', 1000);
  });
});

test('beyond the burst the answer is 429 with whole seconds to wait, and waiting helps', async () => {
  const session = await openSession();
  try {
    const statuses = new Map<number, number>();
    let retryAfter = '';
    for (let batch = 0; batch <= rateLimit.burst; batch += 50) {
      for (const seen of await Promise.all(Array.from({ length: 50 }, () => session.call('GET', '/nowhere')))) {
        statuses.set(seen.status, (statuses.get(seen.status) ?? 0) + 1);
        if (seen.status === 429) retryAfter = String(seen.headers['retry-after']);
      }
    }
    assert.equal(statuses.get(404), rateLimit.burst);
    assert.match(retryAfter, /^[1-9]\d*$/);
    assert.equal((await session.call('GET', '/cardholders')).status, 429);
    session.pass(Number(retryAfter));
    assert.equal((await session.call('GET', '/cardholders')).status, 200);
  } finally {
    await session.close();
  }
});

test('the served rate admits four hundred requests a second', () => {
  assert.ok(rateLimit.burst >= 400 && rateLimit.perSecond >= 400);
});

test('a request that breaks the contract is a 400 that names the place and no value', async () => {
  const session = await openSession();
  try {
    const wrong = await session.call('POST', '/cardholders', { ...person, firstName: 'A', lastName: undefined });
    assert.equal(wrong.status, 400);
    assert.match(String(wrong.body['message']), /\/body\/firstName/);
    assert.equal((await session.call('POST', '/cardholders', '{"firstName":')).body['code'], 'malformed_json');
    assert.equal((await session.call('POST', '/cardholders', '[]')).status, 400);
    assert.equal((await session.call('POST', '/cardholders')).status, 400);
    assert.equal((await session.call('GET', '/cards/abc')).status, 400);
    const text = await session.call('POST', '/wallets', '{"name":"x"}', { 'content-type': 'text/plain' });
    assert.equal(text.status, 400);
    const pin = await session.call('PUT', '/cards/1/pin', { currentPin: '12345', newPin: '98765' });
    assert.ok(!/12345|98765/.test(pin.text), 'a refused PIN is not echoed');
    const large = await session.call('POST', '/wallets', { name: 'x'.repeat(1_100_000) });
    assert.equal(large.status, 413);
    assert.equal((await session.call('GET', '/cardholders')).body['total'], 0);
  } finally {
    await session.close();
  }
});

test('a target that is no URL and a broken percent-escape are answered, not fatal', async () => {
  const session = await openSession();
  try {
    const { apiKey, certificate, serverCa, url } = session.emulator;
    for (const path of ['//', '/v2/otp/%zz', '*']) {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const identity = {
          ca: serverCa,
          cert: certificate.certificate,
          key: certificate.privateKey,
          agent: false as const,
        };
        const options = { port: new URL(url).port, host: '127.0.0.1', path, headers: { 'x-api-key': apiKey } };
        get({ ...options, ...identity }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).on('error', reject);
      });
      assert.equal(status, 404, path);
    }
    assert.equal((await session.call('GET', '/cardholders')).status, 200);
  } finally {
    await session.close();
  }
});

test('every answer is dated on the emulated clock', async () => {
  const session = await openSession();
  try {
    session.pass(86_400);
    const { headers } = await session.call('GET', '/cardholders');
    assert.equal(Date.parse(String(headers['date'])), Math.floor(session.clock.now() / 1000) * 1000);
  } finally {
    await session.close();
  }
});

test('the access log names operations and never ids, bodies or tokens', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'access-'));
  const file = join(folder, 'access.ndjson');
  try {
    const session = await openSession({ accessLog: file });
    const id = await newCardholder(session);
    await session.call('GET', `/cardholders/${id}?lastName=Secret`);
    await session.call('GET', '/otp/not-a-token');
    await session.call('GET', '/somewhere/else');
    await session.close();
    const text = await readFile(file, 'utf8');
    const entries = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(
      entries.map(({ method, operationId, route, status }) => [method, operationId, route, status]),
      [
        ['POST', 'createCardholder', '/cardholders', 200],
        ['GET', 'getCardholder', '/cardholders/{cardholderId}', 200],
        ['GET', 'getOtp', '/otp/{token}', 404],
        ['GET', null, null, 404],
      ],
    );
    assert.ok(!new RegExp(`${id}|Secret|not-a-token|somewhere|axk_`).test(text));
    assert.equal((await stat(file)).mode & 0o777, 0o600);
  } finally {
    await rm(folder, { recursive: true });
  }
});

const badStarts: readonly [string, Parameters<typeof openSession>[0], string, number][] = [
  ['an unknown fault', { faults: ['no-such-fault'] }, 'EMU-201', 64],
  ['a time scale of nothing', { timeScale: 0 }, 'EMU-202', 64],
  ['an allowed address that is none', { allowIps: ['127.0.0.0/8'] }, 'EMU-203', 64],
  ['an access log in no folder', { accessLog: '/no/such/folder/log' }, 'EMU-105', 78],
];
for (const [what, options, code, exit] of badStarts) {
  test(`${what} is refused with ${code}`, async () => {
    await assert.rejects(openSession(options), (problem) => {
      assert.ok(problem instanceof CodedError);
      assert.deepEqual([problem.code, problem.exit], [code, exit]);
      return true;
    });
  });
}

test('a port in use is refused with EMU-101, and the port is free again after close', async () => {
  const first = await openSession();
  const port = Number(new URL(first.emulator.url).port);
  await assert.rejects(openSession({ port }), (problem) => problem instanceof CodedError && problem.code === 'EMU-101');
  await first.close();
  await first.emulator.close();
  const second = await openSession({ port });
  await second.close();
  assert.equal(new URL(second.emulator.url).port, String(port));
});
