import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { errorsOf, type CodedError } from '../../messages/coded-error.js';
import { mutationMessages } from '../../messages/mutation-messages.js';
import type { FaultOrder, FaultRun } from '../behaviour/fault-run.js';
import { faultBatches } from '../behaviour/fault-batches.js';
import type { TriedMutant } from '../score/scored-mutant.js';
import type { Batch } from './batch.js';
import { aFault, aWorker, cleanRun, soundAnswer } from '../testing/samples.js';
import { tryBatches } from './crew.js';

const lost = errorsOf(mutationMessages, 'harnessError');
const batch = (...ids: readonly string[]): Batch => {
  const [made] = faultBatches(
    ids.map((id) => aFault(id)),
    1,
  );
  if (made === undefined) throw new Error('a batch needs a fault');
  return made;
};

/** Tries batches with workers that answer like this; gives the workers, and what came out or went wrong. */
async function tried(
  batches: readonly Batch[],
  answer: (order: FaultOrder) => FaultRun | Promise<FaultRun>,
  { processes = 1, signal = new AbortController().signal } = {},
) {
  const workers: ReturnType<typeof aWorker>[] = [];
  const told: TriedMutant[] = [];
  const open = () => {
    const worker = aWorker(answer);
    workers.push(worker);
    return worker;
  };
  const work = tryBatches(batches, { processes, open, signal, tried: ({ mutants }) => told.push(...mutants) });
  const [settled] = await Promise.allSettled([work]);
  return {
    workers,
    told,
    settled,
    asked: workers.map(({ orders }) => orders.map(({ faults }) => faults.join() || '-')),
  };
}

/** Code and exit code of what went wrong; null when nothing did. */
function failure(settled: PromiseSettledResult<unknown>): { readonly code: string; readonly exit: number } | null {
  if (settled.status === 'fulfilled') return null;
  const { code, exit } = settled.reason as CodedError;
  return { code, exit };
}

describe('tryBatches', () => {
  it('makes a control run before the first batch, between any two, and after the last', async () => {
    const { asked, settled, told, workers } = await tried([batch('a', 'b'), batch('c')], soundAnswer);
    assert.deepEqual(asked, [['-', 'a', 'b', '-', 'c', '-']]);
    assert.equal(failure(settled), null);
    assert.deepEqual(
      told.map(({ id, outcome }) => [id, outcome]),
      ['a', 'b', 'c'].map((id) => [id, 'killed']),
    );
    assert.ok(workers.every(({ ended }) => ended()));
  });

  it('shares the batches among processes, none of which goes without its own control runs', async () => {
    const { asked, told } = await tried([batch('a'), batch('b'), batch('c')], soundAnswer, { processes: 2 });
    assert.equal(asked.length, 2);
    assert.deepEqual(told.map(({ id }) => id).toSorted(), ['a', 'b', 'c']);
    for (const orders of asked) assert.deepEqual([orders[0], orders.at(-1)], ['-', '-']);
  });

  for (const [what, control] of [
    ['fails', { ...cleanRun, exitCode: 1 }],
    ['is incomplete', { ...cleanRun, exitCode: 2 }],
    ['passes but reports something', { ...cleanRun, reported: ['rule x'] }],
  ] as const) {
    it(`counts nothing when the first control run ${what}`, async () => {
      const { asked, settled, workers } = await tried([batch('a')], ({ faults }) =>
        faults.length === 0 ? control : soundAnswer({ faults, rows: [], environment: 'emulator' }),
      );
      assert.deepEqual(failure(settled), { code: 'MUT-301', exit: 3 });
      assert.deepEqual(asked, [['-']]);
      assert.ok(workers.every(({ ended }) => ended()));
    });
  }

  it('counts nothing when a later control run is not clean', async () => {
    let controls = 0;
    const { settled, told } = await tried([batch('a'), batch('b')], (order) =>
      order.faults.length === 0 && ++controls === 3 ? { ...cleanRun, exitCode: 3 } : soundAnswer(order),
    );
    assert.deepEqual(failure(settled), { code: 'MUT-301', exit: 3 });
    assert.equal(told.length, 2, 'they were tried, and are not given back');
  });

  it('replaces a process that a fault takes down: no kill, and a clean control run before it goes on', async () => {
    const { asked, settled, told } = await tried([batch('a', 'b', 'c')], (order) => {
      if (order.faults.includes('b')) throw lost('MUT-302', { problem: 'signal SIGSEGV' });
      return soundAnswer(order);
    });
    assert.equal(failure(settled), null);
    assert.deepEqual(asked, [
      ['-', 'a', 'b'],
      ['-', 'c', '-'],
    ]);
    assert.deepEqual(
      told.map(({ outcome }) => outcome),
      ['killed', 'broken', 'killed'],
    );
    assert.match(told[1]?.because ?? '', /MUT-302.*SIGSEGV/);
  });

  it('gives up when a process is lost in a control run', async () => {
    const { settled } = await tried([batch('a')], () => {
      throw lost('MUT-302', { problem: 'exit code 1' });
    });
    assert.deepEqual(failure(settled), { code: 'MUT-302', exit: 3 });
  });

  it('ends every process when it is interrupted, and counts nothing', async () => {
    const stop = new AbortController();
    const { settled, workers } = await tried(
      [batch('a'), batch('b')],
      (order) => {
        if (order.faults.length > 0) stop.abort();
        return soundAnswer(order);
      },
      { signal: stop.signal },
    );
    assert.deepEqual(failure(settled), { code: 'MUT-401', exit: 2 });
    assert.ok(workers.length === 1 && workers.every(({ ended }) => ended()));
  });

  it('hires nobody when it was interrupted before', async () => {
    const { settled, workers } = await tried([batch('a')], soundAnswer, { signal: AbortSignal.abort() });
    assert.equal(failure(settled)?.code, 'MUT-401');
    assert.equal(workers.length, 0);
  });
});
