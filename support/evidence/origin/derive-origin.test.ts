import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import type { Connection } from '../../trace/connection.js';
import type { Exchange } from '../../trace/exchange.js';
import { connectionOf } from '../../trace/test-kit/connection-of.js';
import { exchangeOf } from '../../trace/test-kit/exchange-of.js';
import { deriveOrigin } from './derive-origin.js';

const carried = { id: 'c-000001', remoteAddress: '192.0.2.1' } as const;

/** An answered call of the sample connection's host, at a time of ours and with headers. */
function answer(change: Partial<Exchange>, headers: Readonly<Record<string, string>> = {}): Exchange {
  const { request } = exchangeOf({});
  return exchangeOf({
    connection: carried,
    request: { ...request, url: 'https://staging.example/v2/cards/1' },
    response: { status: 200, headers, body: { kind: 'none' } },
    ...change,
  });
}

function originOf(connections: readonly Connection[], exchanges: readonly Exchange[]) {
  return deriveOrigin({
    connections: () => Readable.from(connections),
    exchanges: () => Readable.from(exchanges),
  });
}

describe('the origin of a run', () => {
  it('says which hosts, addresses and certificates its calls met, and what was shown to them', async () => {
    const refused = connectionOf({
      id: 'c-000002',
      at: '2026-01-01T00:01:00.000Z',
      accepted: false,
      identity: 'no-key',
    });
    const origin = await originOf([connectionOf(), refused], [answer({})]);
    const [host] = origin.hosts;
    assert.deepEqual(
      [host?.host, host?.port, host?.connections, host?.refused, host?.addresses, host?.connectedTo],
      ['staging.example', 443, 2, 1, ['192.0.2.1'], ['192.0.2.1']],
    );
    assert.deepEqual([host?.firstAt, host?.lastAt], ['2026-01-01T00:00:00.000Z', '2026-01-01T00:01:00.000Z']);
    assert.equal(origin.serverCertificates.length, 1, 'a certificate shown twice is listed once');
    assert.equal(origin.serverCertificates[0]?.connections, 2);
    assert.deepEqual(
      origin.clientCertificates.map(({ identity }) => identity),
      ['program', 'no-key'],
    );
    assert.deepEqual([origin.shown, origin.calls, origin.answered, origin.contradictions], ['real', 1, 1, []]);
  });

  it('holds the clock of the target against ours', async () => {
    const at = (second: number, date: string) =>
      answer({ startedAt: `2026-01-01T00:00:${String(second)}.000Z`, durationMs: 200 }, { date });
    const { clock } = await originOf(
      [connectionOf()],
      [
        at(10, 'Thu, 01 Jan 2026 00:00:10 GMT'),
        at(20, 'Thu, 01 Jan 2026 00:00:23 GMT'),
        at(30, 'Thu, 01 Jan 2026 00:00:31 GMT'),
        answer({}, { date: 'nonsense' }),
      ],
    );
    assert.deepEqual(clock.offsetMs, { min: 400, median: 1400, max: 3400 });
    assert.deepEqual([clock.samples, clock.spanMs, clock.driftMs], [3, 20_000, 1000]);
    assert.deepEqual([clock.first, clock.last], ['2026-01-01T00:00:10.000Z', '2026-01-01T00:00:31.000Z']);
  });

  it("collects the target's own ids of requests and what it says of itself", async () => {
    const { requestIds, servers } = await originOf(
      [connectionOf()],
      ['a', 'b', 'b'].map((id) => answer({}, { 'x-request-id': id, server: 'axys', via: '1.1 edge' })),
    );
    assert.deepEqual(requestIds, [{ header: 'x-request-id', answers: 3, distinct: 2, first: 'a', last: 'b' }]);
    assert.deepEqual(servers, [
      { header: 'server', value: 'axys', answers: 3 },
      { header: 'via', value: '1.1 edge', answers: 3 },
    ]);
  });

  it('leaves out servers of our own, and names the scenarios that called them unmarked', async () => {
    const own = connectionOf({ id: 'c-000009', server: 'own', trust: 'own-authority', sameMachine: true });
    const there = { ...carried, id: 'c-000009' };
    const origin = await originOf(
      [own],
      [
        answer({ connection: there, replayed: true, scenario: 'replays' }, { date: 'Thu, 01 Jan 2026 00:00:00 GMT' }),
        answer({ connection: there, scenario: 'beside' }),
        answer({ connection: null, identity: 'inbound' }),
      ],
    );
    assert.deepEqual([origin.hosts, origin.calls, origin.clock.samples], [[], 0, 0]);
    assert.deepEqual([origin.beside, origin.contradictions], [['beside'], []]);
    assert.deepEqual([origin.shown, origin.why], ['unproven', 'no connection to the target was accepted']);
  });
});

describe('a record that contradicts itself', () => {
  const cases: readonly (readonly [string, readonly Connection[], Exchange, RegExp])[] = [
    ['an answer nobody carried', [], answer({ connection: null }), /^x-000001 was answered, and no connection/],
    ['a connection that is not there', [], answer({}), /names the connection c-000001, which is not recorded/],
    ['a connection twice', [connectionOf(), connectionOf()], answer({}), /^connection c-000001 is recorded twice$/],
    ['another caller', [connectionOf({ identity: 'no-key' })], answer({}), /was made as program.* as no-key$/],
    [
      'another host',
      [connectionOf({ host: 'other.example' })],
      answer({}),
      /asked for staging.example:443.* led to other/,
    ],
    ['another port', [connectionOf({ port: 444 })], answer({}), /led to staging.example:444$/],
    ['a replay by the target', [connectionOf()], answer({ replayed: true }), /marked as replayed/],
    [
      'targets of two kinds',
      [connectionOf(), connectionOf({ id: 'c-000002', sameMachine: true })],
      answer({}),
      /targets of different kinds/,
    ],
  ];
  for (const [title, connections, exchange, expected] of cases) {
    it(`is named: ${title}`, async () => {
      const { contradictions } = await originOf(connections, [exchange]);
      assert.equal(contradictions.length, 1);
      assert.match(contradictions[0] ?? '', expected);
    });
  }

  it('is told once a kind, and counted', async () => {
    const { contradictions } = await originOf([], [answer({}), answer({ id: 'x-000002' })]);
    assert.deepEqual(contradictions, ['x-000001 names the connection c-000001, which is not recorded (and 1 more)']);
  });

  it('is refused where a line is of another shape', async () => {
    const { chain, ...rest } = connectionOf();
    assert.equal(chain.length, 2);
    await assert.rejects(originOf([rest as Connection], []), /connections\.ndjson/);
  });
});
