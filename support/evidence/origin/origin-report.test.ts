import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectionOf } from '../../trace/test-kit/connection-of.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import { anOrigin } from '../testing/sample-origin.js';
import { ConnectionTally } from './connection-tally.js';
import { originReport } from './origin-report.js';
import { toConfirm } from './to-confirm.js';
import type { Origin } from './origin.js';

function real(change: Parameters<typeof connectionOf>[0] = {}, more: Partial<Origin> = {}): Origin {
  const tally = new ConnectionTally();
  tally.add(connectionOf(change));
  const { hosts, tls, serverCertificates, clientCertificates } = tally;
  const clock = { samples: 2, offsetMs: { min: -100, median: 400, max: 700 }, spanMs: 60_000, driftMs: 200 };
  return anOrigin({
    ...tally.shown,
    ...{ hosts, tls, serverCertificates, clientCertificates, calls: 3, answered: 2 },
    clock: { ...clock, first: '2026-01-01T00:00:00.000Z', last: '2026-01-01T00:01:00.000Z' },
    requestIds: [{ header: 'x-request-id', answers: 2, distinct: 2, first: 'a', last: 'b' }],
    ...more,
  });
}

const card = { label: null, scenario: 's', at: '2026-01-01T00:00:00.000Z', exchangeId: 'x-000001' };
const cards = { kind: 'card', count: 2, why: '', next: '', source: '' } as const;
const leftovers = { kinds: [{ ...cards, objects: [7, 9, null].map((id) => ({ id, ...card })) }] };

test('a run on another machine says where it went, by which certificate, and how to have it confirmed', () => {
  const report = originReport(real(), 'real', leftovers);
  assert.equal(shapeProblem('origin', report), null);
  assert.deepEqual(report.issuedIds, [{ kind: 'card', count: 2, first: 7, last: 9 }]);
  for (const said of [
    /^2 of 3 calls were answered by staging\.example port 443 at 192\.0\.2\.1 \(1 connection\)\./,
    /TLSv1\.3/,
    /CN=staging\.example for DNS:staging\.example, issued by CN=Root, .*a public certificate authority vouches for it/,
    /showed its certificate O=T, OU=P, CN=c/,
    /clock was 0\.4 s ahead of ours in the median of 2 answers \(from -0\.1 to 0\.7 s\)/,
    /2 answers carry x-request-id with 2 different values, from a to b/,
    /2 cards \(7 to 9\)/,
  ]) {
    assert.match(report.shows, said);
  }
  assert.match(report.doesNotProve, /ask the platform to find the ids and answers/);
  assert.match(report.doesNotProve, /not by the integrator's own application/);
  assert.doesNotMatch(report.doesNotProve, /no more than the authority/);
});

test('what the platform can confirm is listed for a real target, its answers among it, and for no other', () => {
  const said = toConfirm(originReport(real(), 'real', leftovers)).join('\n');
  for (const each of [
    /client certificate O=T, OU=P, CN=c \(SHA-256 .+\) was issued to this Program/,
    /calls: 3 of them, 2 answered, on connections opened from \d{4}-.*Z to \d{4}-.*Z/,
    /2 cards \(7 to 9\) were created then/,
    /rows that the reader picks.*the same answers/,
  ]) {
    assert.match(said, each);
  }
  assert.deepEqual(toConfirm(originReport(real({ sameMachine: true }), 'loopback', leftovers)), []);
});

test('an authority that the operator named proves no more than itself, and a proxy is said', () => {
  const report = originReport(real({ trust: 'configured', route: 'proxy' }), 'real', { kinds: [] });
  assert.equal(report.shown, 'unproven');
  assert.match(report.shows, /through a proxy at 192\.0\.2\.1.*AXYS_CA_PATH/);
  assert.match(report.doesNotProve, /Nothing here shows that the target is another machine.*authority behind it/);
});

test('a target on this machine or of this harness says nothing about the platform', () => {
  const loopback = originReport(real({ sameMachine: true }), 'loopback', { kinds: [] });
  assert.match(loopback.doesNotProve, /^The target runs on the machine of the harness: nothing here says anything/);
  const emulator = originReport(real({ trust: 'own-authority' }), 'emulator', { kinds: [] });
  assert.match(emulator.doesNotProve, /^The target is an emulator of this harness: nothing here says anything/);
});

test('a clock with a pace of its own is named as such', () => {
  const clock = { samples: 9, offsetMs: { min: 0, median: 9, max: 9 }, spanMs: 10_000, driftMs: 19_990_000 };
  const { shows } = originReport(real({}, { clock: { ...clock, first: null, last: null } }), 'real', { kinds: [] });
  assert.match(shows, /clock is its own: it moved 20000\.0 s while ours moved 10\.0 s/);
});

test('a clock that jumps between answers is named, whatever its median and its ends say', () => {
  const clock = { samples: 9, offsetMs: { min: -500, median: 0, max: 40_000_000 }, spanMs: 20_000, driftMs: 0 };
  const { shows } = originReport(real({}, { clock: { ...clock, first: null, last: null } }), 'real', { kinds: [] });
  assert.match(
    shows,
    /clock does not run evenly: it was from -0\.5 to 40000\.0 s ahead of ours in 9 answers, 0\.0 s in the median\./,
  );
});

test('a run without a connection says so', () => {
  const { shows } = originReport(anOrigin({ shown: 'unproven', calls: 1 }), 'real', { kinds: [] });
  assert.equal(shows, 'The run made 1 calls; no connection to the target came about.');
});
