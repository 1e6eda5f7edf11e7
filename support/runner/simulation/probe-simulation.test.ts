import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Client } from '../../client/client.js';
import type { Body, Exchange } from '../../trace/exchange.js';
import { needsSimulationProbe, probeSimulation, type Patience } from './probe-simulation.js';

const text = (content: string): Body => ({ kind: 'text', text: content, problem: 'not JSON' });
const json = (message: string): Body => ({
  kind: 'json',
  value: { status: 'error', code: 'NOT_FOUND', message },
  duplicateKeys: [],
});

function exchange(path: string, status: number | null, body: Body): Exchange {
  return {
    id: 'x-000001',
    scenario: null,
    operationId: null,
    identity: 'program',
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 1,
    attempt: 1,
    request: { method: 'POST', url: `https://h/v2${path}`, path, query: {}, headers: {}, body: { kind: 'none' } },
    response: status === null ? null : { status, headers: {}, body },
    failure: status === null ? { class: 'reset', detail: '' } : null,
    connection: null,
    expectedInvalid: null,
    judgement: null,
  };
}

const target = { environment: 'staging', baseUrl: new URL('https://127.0.0.1:8443/v2') } as const;

/** Status and body of the unknown path, then of the simulation; the answer may echo the path. */
type Answer = readonly [status: number | null, body: (path: string) => Body];

function clientThat(unknown: Answer, simulation: Answer): { client: Client; calls: string[] } {
  const calls: string[] = [];
  const client: Client = {
    probe: (method, path) => {
      calls.push(`${method} ${path}`);
      return Promise.resolve(exchange(path, unknown[0], unknown[1](path)));
    },
    call: (operationId, input) => {
      calls.push(`${operationId} ${JSON.stringify(input.body)}`);
      const path = '/staging/kyc/validate';
      return Promise.resolve(exchange(path, simulation[0], simulation[1](path)));
    },
    close: () => Promise.resolve(),
  };
  return { client, calls };
}

/** A clock whose waits are over at once, and a run that nobody stopped. */
function patience(waits: number[] = []): Patience {
  const sleep = (ms: number) => Promise.resolve(void waits.push(ms));
  return { clock: { now: () => 0, sleep }, signal: new AbortController().signal };
}

const none = (): Body => ({ kind: 'none' });
const value = (content: { readonly [name: string]: string }): Body => ({
  kind: 'json',
  value: content,
  duplicateKeys: [],
});

let ids = 0;
/** Another id each time, in letters that are no hexadecimal digits. */
const nextId = () => `q${String((ids += 1) * 7919).replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? digit)}`;

describe('probeSimulation', () => {
  const refusedRows: readonly (readonly [string, Answer, Answer])[] = [
    ['empty 404s', [404, none], [404, none]],
    ['pages that echo the path', [404, (p) => text(`Cannot POST ${p}`)], [404, (p) => text(`Cannot POST ${p}`)]],
    [
      'bodies that differ in ids',
      [404, () => json('no route, request 81723')],
      [404, () => json('no route, request 5')],
    ],
    ['405s', [405, none], [405, none]],
    [
      'ids in letters',
      [404, () => json(`Not Found, ref ${nextId()}`)],
      [404, () => json(`Not Found, ref ${nextId()}`)],
    ],
    [
      'ids of a gateway',
      [404, () => value({ message: 'Not Found', requestId: `${nextId()}GiAMEtXg=` })],
      [404, () => value({ message: 'Not Found', requestId: `${nextId()}GiAMEvPw=` })],
    ],
    ...(
      [
        ['whole URLs', (p: string) => `No route for POST https://h/v2${p}`],
        ['encoded paths', (p: string) => `No route ${encodeURIComponent(`/v2${p}`)}`],
        ['last segments', (p: string) => `Cannot find '${p.split('/').at(-1) ?? ''}'`],
        ['lists of segments', (p: string) => `Nothing at ${JSON.stringify(p.split('/').slice(1))}`],
        ['paths, and ids', (p: string) => `<pre>Cannot POST /v2${p}</pre><p>ray ${nextId()} served</p>`],
      ] as const
    ).map(([what, said]): readonly [string, Answer, Answer] => [
      `pages that echo ${what}`,
      [404, (p) => text(said(p))],
      [404, (p) => text(said(p))],
    ]),
  ];
  for (const [what, unknown, simulation] of refusedRows) {
    it(`refuses ${what}`, async () => {
      const { client } = clientThat(unknown, simulation);
      await assert.rejects(probeSimulation(target, client, patience()), { code: 'GRD-104', exit: 77 });
    });
  }

  const admittedRows: readonly (readonly [string, Answer, Answer])[] = [
    ['an unknown cardholder', [404, () => json('no such route')], [404, () => json('cardholder not found')]],
    [
      'an unknown cardholder, whatever ids stand beside it',
      [404, () => json(`no such route, ref ${nextId()}`)],
      [404, () => json(`cardholder not found, ref ${nextId()}`)],
    ],
    [
      'an unknown cardholder told in fewer words than the page of a missing route',
      [404, (p) => text(`<html><body>Cannot POST ${p}, ref ${nextId()}</body></html>`)],
      [404, () => json('no cardholder')],
    ],
    ['another status', [404, none], [409, none]],
    ['an accepted call', [404, none], [200, none]],
    ['a failure of the simulation itself, which a missing route has not', [404, none], [500, none]],
    ['two authentication refusals, which say nothing about routes', [401, none], [401, none]],
  ];
  for (const [what, unknown, simulation] of admittedRows) {
    it(`admits ${what}`, async () => {
      const { client, calls } = clientThat(unknown, simulation);
      await probeSimulation(target, client, patience());
      assert.equal(calls[1], 'simulateKycResult {"cardholderId":2147483647,"result":"pass"}');
    });
  }

  const unanswered: readonly (readonly [string, Answer, Answer])[] = [
    ['no connection', [null, none], [null, none]],
    ['a simulation whose answer is lost each time', [404, none], [null, none]],
    ['a gateway in place of the simulation', [404, none], [503, () => text('<html>Service unavailable</html>')]],
    ['a gateway in place of both', [502, none], [502, none]],
    ['a rate limit', [429, none], [404, none]],
  ];
  for (const [what, unknown, simulation] of unanswered) {
    it(`refuses ${what} after five tries: the next call would create, on a host that may be production`, async () => {
      const { client, calls } = clientThat(unknown, simulation);
      const waits: number[] = [];
      await assert.rejects(probeSimulation(target, client, patience(waits)), { code: 'GRD-107', exit: 77 });
      assert.deepEqual(waits, [1000, 2000, 4000, 8000]);
      assert.ok(calls.length <= 6);
    });
  }

  it('asks again where an answer was lost, and refuses what then shows no simulation', async () => {
    const { client } = clientThat([404, none], [404, none]);
    let asked = 0;
    const probe: Client['probe'] = (...question) => {
      asked += 1;
      return asked < 3 ? Promise.resolve(exchange('/', null, none())) : client.probe(...question);
    };
    const waits: number[] = [];
    await assert.rejects(probeSimulation(target, { ...client, probe }, patience(waits)), { code: 'GRD-104' });
    assert.deepEqual(waits, [1000, 2000]);
  });

  it('leaves an interrupted run to its end, which creates nothing more', async () => {
    const { client, calls } = clientThat([null, none], [null, none]);
    await probeSimulation(target, client, { ...patience(), signal: AbortSignal.abort() });
    assert.equal(calls.length, 2);
  });

  it('asks a second unknown path only where the bodies of the first two answers leave a doubt', async () => {
    const calls = async (unknown: Answer, simulation: Answer) => {
      const made = clientThat(unknown, simulation);
      await probeSimulation(target, made.client, patience()).catch(() => undefined);
      return made.calls.length;
    };
    assert.equal(await calls([404, none], [404, none]), 2);
    assert.equal(await calls([404, none], [200, none]), 2);
    assert.equal(await calls([404, () => json('no such route')], [404, () => json('cardholder not found')]), 3);
  });

  it('probes staging only, and not its documented host', async () => {
    const { client, calls } = clientThat([404, none], [404, none]);
    const documented = new URL('https://staging.api.axyscards.com./v2');
    await probeSimulation({ environment: 'staging', baseUrl: documented }, client, patience());
    await probeSimulation({ ...target, environment: 'emulator' }, client, patience());
    await probeSimulation({ ...target, environment: 'production' }, client, patience());
    assert.deepEqual(calls, []);
    assert.equal(needsSimulationProbe(target), true);
  });
});
