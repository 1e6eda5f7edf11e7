import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CallInput } from '../client/client.js';
import type { Exchange } from '../trace/exchange.js';
import { callOf } from '../trace/test-kit/exchange-of.js';
import { endWhatRemains } from './end-what-remains.js';
import type { ScenarioScope } from './scenario-scope.js';

const subscribed = (token: string, status = 200) =>
  callOf('subscribeOtp', 'POST', '/otp/listeners', { answered: { status: 'success', token }, status });
const ended = (token: string, status = 200) =>
  callOf('unsubscribeOtp', 'DELETE', `/otp/listeners/${encodeURIComponent(token)}`, { status });

/** A scenario that made these calls; gives the tokens its clean-up asked to end, and what it warned of. */
async function cleanUp(
  sent: readonly Exchange[],
  options: { readonly knows?: boolean; readonly fails?: boolean } = {},
) {
  const [asked, warnings]: [unknown[], string[]] = [[], []];
  const scope = {
    run: {
      contract: { operations: new Map(options.knows === false ? [] : [['unsubscribeOtp', {}]]) },
      logger: { warn: (_facts: unknown, text: string) => warnings.push(text) },
    },
    ...{ scenario: { id: 's' }, sent },
    cleanUp: (_operationId: string, { path }: CallInput) => {
      asked.push(path?.['token']);
      return options.fails === true ? Promise.reject(new Error('no')) : Promise.resolve(ended('a'));
    },
  };
  await endWhatRemains(scope as unknown as ScenarioScope);
  return { asked, warnings };
}

describe('endWhatRemains', () => {
  it('ends each subscription the scenario left open, once', async () => {
    const { asked } = await cleanUp([subscribed('a'), subscribed('b/c'), subscribed('a')]);
    assert.deepEqual(asked, ['a', 'b/c']);
  });

  it('leaves alone what was ended, and tries again what could not be ended', async () => {
    const { asked } = await cleanUp([subscribed('a/1'), subscribed('b'), ended('a/1'), ended('b', 404)]);
    assert.deepEqual(asked, ['b']);
  });

  it('ends nothing that never began, and names nothing by a masked value', async () => {
    const { asked } = await cleanUp([subscribed('a', 400), subscribed('[masked:token:bglffhpi]'), subscribed('')]);
    assert.deepEqual(asked, []);
  });

  it('asks nothing of a contract that has no such call', async () => {
    assert.deepEqual((await cleanUp([subscribed('a')], { knows: false })).asked, []);
  });

  it('goes on after a failure, which is logged and no more', async () => {
    const { asked, warnings } = await cleanUp([subscribed('a'), subscribed('b')], { fails: true });
    assert.deepEqual(
      [asked, warnings],
      [
        ['a', 'b'],
        ['clean-up failed', 'clean-up failed'],
      ],
    );
  });
});
