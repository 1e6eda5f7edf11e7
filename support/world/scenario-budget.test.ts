import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ObjectBudget } from '../runner/budget/object-budget.js';
import type { PlannedScenario } from '../runner/planned-scenario.js';
import type { RunContext } from '../runner/run-context.js';
import { exchangeFixture } from '../verdict/checks/exchange-fixture.js';
import { newRun } from './test-kit/new-run.js';
import { ScenarioScope } from './scenario-scope.js';

const operations = new Map([
  ['createWallet', { operationId: 'createWallet', creates: 'wallet', simulation: false }],
  ['unsubscribeOtp', { operationId: 'unsubscribeOtp', creates: null, simulation: false }],
]);

/** A scenario that may create one wallet; gives the operations it sent. `status` answers every call. */
function scopeWithOneWallet(status: number, signal: AbortSignal = new AbortController().signal) {
  const sent: string[] = [];
  const contract = { operations } as never;
  const table = new Map([['a/b:c', { operations: [], creates: { wallet: 1 } }]]);
  const context = {
    ...{ runId: 'run-20260101T000000Z-000000', seed: 1, signal, contract, target: { environment: 'emulator' } },
    ...newRun(),
    budget: new ObjectBudget({ table, contract }),
    client: {
      call: (operationId: string) => {
        sent.push(operationId);
        return Promise.resolve({ ...exchangeFixture({ operationId, status }), scenario: 'a/b:c' });
      },
    },
  };
  const scenario = { id: 'a/b:c' };
  return { scope: new ScenarioScope(context as unknown as RunContext, scenario as PlannedScenario), sent };
}

const wallet = { body: { name: 'n' } };

describe('the budget of a scenario', () => {
  it('is drawn before a call leaves: nothing is sent beyond it', async () => {
    const { scope, sent } = scopeWithOneWallet(200);
    await scope.call('createWallet', wallet);
    await assert.rejects(scope.call('createWallet', wallet), { code: 'BGT-101', exit: 3 });
    await assert.rejects(scope.callInvalid('createWallet', wallet, 'on purpose'), { code: 'BGT-101' });
    assert.deepEqual(sent, ['createWallet']);
  });

  it('lets a call that was turned away with 429 be issued again', async () => {
    const { scope, sent } = scopeWithOneWallet(429);
    await scope.call('createWallet', wallet);
    await scope.call('createWallet', wallet);
    assert.equal(sent.length, 2);
  });
});

describe('the clean-up of a scenario', () => {
  it('is sent even when the run is interrupted, where no other call is', async () => {
    const { scope, sent } = scopeWithOneWallet(200, AbortSignal.abort());
    await assert.rejects(scope.call('createWallet', wallet), { code: 'WLD-106' });
    await scope.cleanUp('unsubscribeOtp', { path: { token: 't' } });
    assert.deepEqual(sent, ['unsubscribeOtp']);
  });
});
