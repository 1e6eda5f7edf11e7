import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExitCode } from '../../messages/exit-code.js';
import { aFault, caughtRun, cleanRun } from '../testing/samples.js';
import { brokenTrial, orderOf, trialOf } from './fault-trial.js';

const fault = aFault('a', { caughtBy: [{ check: 'one' }, { rule: 'two' }] });
const all = ['check one', 'rule two', 'invariant three'];

test('a fault is killed when everyone who has to report it did, and the run is not a passing one', () => {
  for (const code of [1, 2] as const) {
    const trial = trialOf(fault, { ...caughtRun('a'), exitCode: code, reported: all });
    assert.equal(trial.outcome, 'killed');
    assert.deepEqual(
      [trial.caughtBy, trial.alsoBy, trial.silent, trial.because],
      [['check one', 'rule two'], ['invariant three'], [], null],
    );
  }
});

test('a silent catcher makes a survivor, and so does a passing run', () => {
  const silent = trialOf(fault, { ...caughtRun('a'), reported: ['rule two'] });
  assert.deepEqual([silent.outcome, silent.silent], ['survived', ['check one']]);
  assert.match(silent.because ?? '', /check one/);
  assert.equal(trialOf(fault, cleanRun).outcome, 'survived');
  assert.equal(trialOf(fault, { ...cleanRun, reported: all }).outcome, 'survived');
});

test('a run that came to nothing is no kill, whoever reported', () => {
  for (const code of [3, 4, 5, 64, 77, 78] satisfies readonly ExitCode[]) {
    const { outcome, because } = trialOf(fault, { ...caughtRun('a'), exitCode: code, reported: all });
    assert.equal(outcome, 'broken', String(code));
    assert.match(because ?? '', new RegExp(`exit code ${code}`));
  }
  const { outcome, because, exitCode } = brokenTrial(fault, 'it died');
  assert.deepEqual([outcome, because, exitCode], ['broken', 'it died', null]);
});

test('a fault is tried with its own rows, one of production in production', () => {
  assert.deepEqual(orderOf(fault), { faults: ['a'], rows: ['TM-63'], environment: 'emulator' });
  assert.equal(orderOf(aFault('b', { area: 'production' })).environment, 'production');
});
