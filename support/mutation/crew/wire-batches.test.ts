import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsOf } from '../../messages/coded-error.js';
import { mutationMessages } from '../../messages/mutation-messages.js';
import { anExchange } from '../../evidence/testing/sample-run.js';
import { aWorker, cleanRun, soundAnswer } from '../testing/samples.js';
import { tryMutants } from '../try-mutants.js';
import type { WireOutcome, WireTrial } from '../wire/wire-mutant.js';
import type { JudgedRun } from './judged-run.js';
import type { Worker } from './worker.js';

const lost = errorsOf(mutationMessages, 'harnessError');

const trial = (id: string, outcome: WireOutcome): WireTrial => ({
  mutant: {
    ...{ id, operationId: 'getCard', status: 200, exchangeId: 'x-000001', kind: 'member-removed', pointer: '/body/a' },
    ...{ expected: 'fail', because: 'the member is documented' },
  },
  outcome,
  seen: [{ by: 'rule response-body-schema', level: 'fail', where: '/response/body/a' }],
});

const drawn = (mutant: string, row: string) => ({
  errand: { mutant, scenario: `cards/${mutant}`, exchange: anExchange() },
  rows: [row],
});

const judged: JudgedRun = {
  control: cleanRun,
  trials: [trial('a', 'killed'), trial('b', 'survived'), trial('c', 'unclean')],
  errands: [drawn('a', 'TM-27'), drawn('b', 'TM-28')],
};

/** Tries wire mutants with a worker that judges and sends like this. */
async function tried(wire: Partial<Pick<Worker, 'judge' | 'send'>>) {
  const worker = aWorker(soundAnswer, { judge: () => Promise.resolve(judged), ...wire });
  const signal = new AbortController().signal;
  const options = { processes: 1, open: () => worker, signal, tried: () => undefined };
  const [settled] = await Promise.allSettled([tryMutants({ faults: [], wire: true, seed: 1 }, options)]);
  return { settled, orders: worker.orders };
}

test('mutants are judged, and those that were drawn are sent between control runs of the rows that meet them', async () => {
  const sent: string[] = [];
  const { settled, orders } = await tried({
    send: ({ mutant }) => {
      sent.push(mutant);
      return Promise.resolve(trial(mutant, 'killed'));
    },
  });
  assert.ok(settled.status === 'fulfilled');
  assert.deepEqual(
    settled.value.map(({ part, id, outcome, requirements }) => [part, id, outcome, requirements.join()]),
    [
      ['wire', 'a', 'killed', 'TM-27'],
      ['wire', 'b', 'survived', 'TM-27'],
      ['wire', 'c', 'broken', 'TM-27'],
      ['sample', 'a', 'killed', 'TM-27'],
      ['sample', 'b', 'killed', 'TM-27'],
    ],
  );
  assert.match(
    settled.value[1]?.because ?? '',
    /^fail expected at \/body\/a .*seen: fail by rule response-body-schema/,
  );
  assert.deepEqual(sent, ['a', 'b']);
  assert.deepEqual(
    orders.map(({ rows }) => rows),
    [
      ['TM-27', 'TM-28'],
      ['TM-27', 'TM-28'],
    ],
  );
});

test('nothing counts when the run that mutants are made from is not clean', async () => {
  const { settled } = await tried({
    judge: () => Promise.resolve({ ...judged, control: { ...cleanRun, reported: ['rule x'] } }),
  });
  assert.ok(settled.status === 'rejected');
  assert.equal((settled.reason as { code: string }).code, 'MUT-301');
});

test('mutants whose process was lost are broken, never killed', async () => {
  const gone = () => Promise.reject(lost('MUT-302', { problem: 'signal SIGKILL' }));
  for (const wire of [{ judge: gone }, { send: gone }]) {
    const { settled } = await tried(wire);
    assert.ok(settled.status === 'fulfilled');
    const broken = settled.value.filter(({ because }) => because?.includes('MUT-302'));
    assert.ok(broken.length > 0 && broken.every(({ outcome }) => outcome === 'broken'));
  }
});
