import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Client } from '../client/client.js';
import type { Exchange, FailureClass } from '../trace/exchange.js';
import { exchangeOf } from '../trace/test-kit/exchange-of.js';
import { reachWithinMs, ReachWatch } from './reach-watch.js';

const answered: Partial<Exchange> = { response: { status: 200, headers: {}, body: { kind: 'none' } }, failure: null };
const lost = (kind: FailureClass): Partial<Exchange> => ({ response: null, failure: { class: kind, detail: '' } });
/** What broke once there was a connection for it. */
const lostOn = (kind: FailureClass): Partial<Exchange> => ({
  ...lost(kind),
  connection: { id: 'c-000001', remoteAddress: '192.0.2.1' },
});

/** A watch that heard of these exchanges, and a target that gives these answers to its own reads, the last one for good. */
function watching(heard: readonly Partial<Exchange>[], answers: readonly Partial<Exchange>[]) {
  const watch = new ReachWatch();
  const stop = new AbortController();
  const [waits, notes, reasons]: [number[], string[], Error[]] = [[], [], []];
  let [now, reads] = [0, 0];
  for (const exchange of heard) watch.listen(exchangeOf(exchange));
  const client: Client = {
    call: (operationId, _input, { scenario, ordinal }) => {
      const exchange = exchangeOf({
        operationId,
        scenario,
        ...(ordinal === undefined ? {} : { ordinal }),
        ...(answers[reads] ?? answers.at(-1)),
      });
      reads += 1;
      watch.listen(exchange);
      return Promise.resolve(exchange);
    },
    probe: () => assert.fail('only the contract is called'),
    close: () => Promise.resolve(),
  };
  const sleep = (ms: number) => {
    now += ms;
    return Promise.resolve(void waits.push(ms));
  };
  const done = () =>
    watch.untilReachable({
      ...{ client, clock: { now: () => now, sleep }, signal: stop.signal },
      progress: { waiting: () => undefined, note: (text) => notes.push(text) },
      giveUp: (reason) => reasons.push(reason),
    });
  return { watch, stop, waits, notes, reasons, done, reads: () => reads };
}

describe('a target that cannot be reached any more', () => {
  for (const kind of ['dns', 'refused', 'timeout', 'tls'] as const)
    it(`(${kind}) is waited for between two scenarios, until it answers`, async () => {
      const run = watching([answered, lost(kind)], [lost('dns'), lost('refused'), answered]);
      await run.done();
      assert.deepEqual([run.waits, run.reads(), run.reasons], [[1000, 2000], 3, []]);
      await run.done();
      assert.equal(run.reads(), 3);
    });

  it('ends the run in order after two minutes', async () => {
    const run = watching([answered, lost('refused')], [lost('refused')]);
    await run.done();
    assert.equal(
      run.waits.reduce((sum, ms) => sum + ms, 0),
      reachWithinMs,
    );
    assert.equal(Math.max(...run.waits), 30_000);
    assert.match(String(run.reasons), /could not be reached any more/);
    assert.match(run.notes.join(), /for 2 minutes now: the run stops/);
  });

  it('is not waited for once the run was told to stop', async () => {
    const run = watching([answered, lost('refused')], [lost('refused')]);
    run.stop.abort();
    await run.done();
    assert.deepEqual([run.reads(), run.reasons], [0, []]);
  });
});

describe('nothing is waited for', () => {
  const rows: readonly (readonly [string, readonly Partial<Exchange>[]])[] = [
    ['while the target answers', [answered]],
    ['where it never has: nothing says that it will', [lost('refused'), lost('dns')]],
    [
      'after a lost connection or a late answer, which a scenario reports',
      [answered, lostOn('reset'), lostOn('timeout')],
    ],
    ['for a certificate that the platform turned away', [answered, lostOn('tls')]],
    ['for a handshake that was meant to fail', [answered, { ...lost('tls'), identity: 'no-certificate' }]],
    ['for an answer of a server of ours', [answered, { ...lost('refused'), replayed: true }]],
    ['for a callback that broke off', [answered, { ...lost('refused'), identity: 'inbound' }]],
  ];
  for (const [when, heard] of rows)
    it(when, async () => {
      const run = watching(heard, [answered]);
      await run.done();
      assert.equal(run.reads(), 0);
    });
});

it('a read of an earlier part of the run that nobody answered is made again, so that its answer stands for it', async () => {
  const read = { scenario: null, ordinal: 4 } as const;
  const run = watching([answered, { ...read, ...lost('refused') }, { ...answered, scenario: null }], [answered]);
  await run.done();
  assert.deepEqual([run.reads(), run.waits], [1, []]);
});
