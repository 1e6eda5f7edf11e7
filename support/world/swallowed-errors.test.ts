import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckId } from '../verdict/checks/all-checks.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import { ScenarioLog } from './scenario-log.js';
import type { ScenarioScope } from './scenario-scope.js';
import { scriptedScope } from './test-kit/scripted-scope.js';

/** A step of a scenario that passed, whatever happened in it. */
const step = { text: 'something happens', keyword: 'When ' };

/** What becomes of a scenario of one step that passed, and of one that failed with what it was told. */
async function resultsOf(work: (scope: ScenarioScope) => unknown): Promise<readonly ScenarioResult[]> {
  const ended: ScenarioResult[] = [];
  for (const swallowing of [true, false]) {
    const { scope } = scriptedScope({ listCards: [503], getCard: [200] });
    const run = {
      ...scope.run,
      ...{ exchangeListeners: new Set(), recorder: { maskText: (text: string) => text } },
      ...{ results: [], catalogue: [], target: { ...scope.run.target, class: 'emulator' } },
    };
    Object.assign(scope, { run, scenario: { ...scope.scenario, steps: [step] } });
    const log = new ScenarioLog(scope);
    log.stepStarted();
    const told = await Promise.resolve()
      .then(() => work(scope))
      .then(
        () => null,
        (error: unknown) => error,
      );
    log.stepFinished(swallowing || told === null ? 'PASSED' : 'FAILED', swallowing ? undefined : told);
    ended.push(log.finish(null));
  }
  return ended;
}

const unknownCheck = 'no-such-check' as CheckId;

/** What a step swallowed, and what the scenario is without and with a step that lets it pass. */
const swallowed: readonly (readonly [string, (scope: ScenarioScope) => unknown, string, string])[] = [
  ['a refused call', (scope) => scope.callAccepted('a list', 'listCards', {}), 'harness-error', 'inconclusive'],
  ['a call nobody foresaw', (scope) => scope.call('getWallet', { path: { walletId: 1 } }), 'harness-error', 'not-run'],
  ['a check nobody wrote', (scope) => scope.prove(unknownCheck, []), 'harness-error', 'harness-error'],
  ['a capability that is missing', (scope) => scope.requireCapability('sumsub'), 'harness-error', 'not-applicable'],
  ['a violated check', (scope) => scope.prove('no-credential-shared', [], { shared: ['a key'] }), 'fail', 'fail'],
];

describe('a step that swallows what it is told', () => {
  for (const [what, work, verdict, honest] of swallowed) {
    it(`never passes: ${what}`, async () => {
      const [silent, told] = await resultsOf(work);
      assert.deepEqual([silent?.verdict, told?.verdict], [verdict, honest]);
      assert.equal(silent?.problem?.code, 'WLD-112');
      assert.notEqual(told?.problem?.code, 'WLD-112');
    });
  }
});

it('a step that is told nothing swallows nothing', async () => {
  const [result] = await resultsOf((scope) => scope.prove('no-credential-shared', [], { shared: [] }));
  assert.deepEqual([result?.verdict, result?.problem], ['pass', null]);
});
