import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { loadLifecycles } from '../../lifecycle/load-lifecycles.js';
import type { Exchange } from '../../trace/exchange.js';
import { createTransitionObserver } from '../../trace/observe-transitions.js';
import type { ObservedTransition } from '../../trace/recorder.js';
import { callOf } from '../../trace/test-kit/exchange-of.js';
import { TransitionsAgain } from './transitions-again.js';

const lifecycles = await loadLifecycles();
const read = (id: string, issuerCardStatus: number) =>
  callOf('getCard', 'GET', '/cards/9', { id, answered: { cardId: 9, issuerCardStatus } });
const exchanges: readonly Exchange[] = [
  callOf('issueVirtualCard', 'POST', '/cards/virtual/5', { id: 'x-000001', answered: { cardId: 9 } }),
  read('x-000002', 1),
  read('x-000003', 2),
];
const observe = createTransitionObserver(lifecycles);
const observed = exchanges.flatMap((exchange) => observe(exchange));

async function against(recorded: readonly ObservedTransition[], seen = exchanges): Promise<readonly string[]> {
  const again = new TransitionsAgain(Readable.from(recorded), lifecycles);
  for (const exchange of seen) await again.next(exchange);
  await again.end();
  await again.close();
  return again.against.map(({ where, problem }) => `${where}: ${problem}`);
}

describe('state changes observed again', () => {
  it('are those that were recorded', async () => {
    assert.ok(observed.length >= 2);
    assert.deepEqual(await against(observed), []);
  });

  it('name the exchange of a line that is missing, and of one that was rewritten', async () => {
    const last = observed.at(-1);
    assert.ok(last);
    assert.match((await against(observed.slice(0, -1))).join(), /x-000003: it records no state change, the exchange/);
    const rewritten = [...observed.slice(0, -1), { ...last, to: 'Active' }];
    assert.match((await against(rewritten)).join(), /x-000003: it records card 9 from .* to Active/);
  });

  it('name lines of an exchange that is not there, and answers that were changed', async () => {
    assert.match((await against(observed, exchanges.slice(0, 2))).join(), /x-000003: there is no such exchange/);
    const changed = [...exchanges.slice(0, 2), read('x-000003', 1)];
    assert.match((await against(observed, changed)).join(), /x-000003: .*shows no state change/);
  });
});
