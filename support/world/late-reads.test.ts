import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CallInput, CallOptions } from '../client/client.js';
import type { RunContext } from '../runner/run-context.js';
import type { Exchange } from '../trace/exchange.js';
import { callOf } from '../trace/test-kit/exchange-of.js';
import { LateReads } from './late-reads.js';
import type { ScenarioScope } from './scenario-scope.js';

const crypto = (cardId: number, status = 200) =>
  callOf('simulateCryptoDeposit', 'POST', `/staging/cards/${String(cardId)}/crypto-deposit`, { status });
const bank = (cardId: number) =>
  callOf('simulateBankDeposit', 'POST', '/staging/bank-deposit', { sent: { cardId, amount: '1.00' } });
const ticket = callOf('createSupportTicket', 'POST', '/support/tickets');

/** Scenarios that made these calls; gives what is read when they have ended, and what is warned of. */
async function readAfter(
  scenarios: Readonly<Record<string, readonly Exchange[]>>,
  { fails = false, interrupted = false } = {},
) {
  const [asked, warnings]: [unknown[], string[]] = [[], []];
  const reads = new LateReads();
  for (const [id, sent] of Object.entries(scenarios))
    reads.note({ scenario: { id }, sent } as unknown as ScenarioScope);
  const end = new AbortController();
  if (interrupted) end.abort();
  await reads.read({
    client: {
      call: (operationId: string, { path }: CallInput, { scenario, cleanUp }: CallOptions) => {
        asked.push([operationId, path?.['cardId'], scenario, cleanUp]);
        return fails ? Promise.reject(new Error('no')) : Promise.resolve(null);
      },
    },
    signal: end.signal,
    logger: { warn: (_facts: unknown, text: string) => warnings.push(text) },
  } as unknown as RunContext);
  return { asked, warnings };
}

describe('LateReads', () => {
  it('reads every card that a deposit was sent to, once, outside every verdict', async () => {
    const { asked } = await readAfter({ one: [crypto(7), crypto(7)], two: [bank(8)] });
    assert.deepEqual(asked, [
      ['getCardBalance', '7', 'one', true],
      ['getCardBalance', '8', 'two', true],
    ]);
  });

  it('leaves alone what was refused, and where people were asked to allocate money', async () => {
    assert.deepEqual((await readAfter({ one: [crypto(7, 409)], two: [bank(8), ticket] })).asked, []);
  });

  it('reads nothing once the run is interrupted', async () => {
    assert.deepEqual((await readAfter({ one: [crypto(7)] }, { interrupted: true })).asked, []);
  });

  it('goes on after a failure, which is logged and no more', async () => {
    const { asked, warnings } = await readAfter({ one: [crypto(7), crypto(8)] }, { fails: true });
    assert.deepEqual([asked.length, warnings.length], [2, 2]);
  });
});
