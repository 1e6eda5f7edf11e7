import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CallInput, CallOptions } from '../client/client.js';
import type { Exchange } from '../trace/exchange.js';
import { callOf } from '../trace/test-kit/exchange-of.js';
import { LateReads, type LateReadTools } from './late-reads.js';

const crypto = (cardId: number, status = 200) =>
  callOf('simulateCryptoDeposit', 'POST', `/staging/cards/${String(cardId)}/crypto-deposit`, { status });
const bank = (cardId: number) =>
  callOf('simulateBankDeposit', 'POST', '/staging/bank-deposit', { sent: { cardId, amount: '1.00' } });
const ticket = callOf('createSupportTicket', 'POST', '/support/tickets');
const balance = (status: number) => callOf('getCardBalance', 'GET', '/cards/7/balance', { status });

interface Circumstances {
  /** Status of every answer to a late read. */
  readonly answer?: number;
  readonly interrupted?: boolean;
  readonly operations?: readonly string[];
  readonly broken?: Error;
}

/** Scenarios that made these calls; gives what is read when they have ended, and what whoever runs it is told. */
async function readAfter(
  scenarios: Readonly<Record<string, readonly Exchange[]>>,
  { answer = 200, interrupted = false, operations = ['getCardBalance'], broken }: Circumstances = {},
) {
  const [asked, told]: [unknown[], string[]] = [[], []];
  const reads = new LateReads();
  for (const [scenario, sent] of Object.entries(scenarios))
    for (const exchange of sent) reads.listen({ ...exchange, scenario });
  const end = new AbortController();
  if (interrupted) end.abort();
  const tools = {
    client: {
      call: (operationId: string, { path }: CallInput, { scenario, cleanUp, signal }: CallOptions) => {
        asked.push([operationId, path?.['cardId'], scenario, cleanUp]);
        assert.equal(signal, end.signal);
        return broken === undefined ? Promise.resolve(balance(answer)) : Promise.reject(broken);
      },
    },
    contract: { operations: new Map(operations.map((id) => [id, {}])) },
    signal: end.signal,
    progress: { note: (sentence: string) => told.push(sentence) },
  };
  await reads.read(tools as unknown as LateReadTools);
  return { asked, told };
}

describe('LateReads', () => {
  it('reads every card that a deposit was sent to, once, outside every verdict', async () => {
    const { asked, told } = await readAfter({ one: [crypto(7), crypto(7)], two: [bank(8)] });
    assert.deepEqual(asked, [
      ['getCardBalance', '7', 'one', true],
      ['getCardBalance', '8', 'two', true],
    ]);
    assert.deepEqual(told, []);
  });

  it('leaves alone what was refused or replayed, and where people were asked to allocate money', async () => {
    const replayed = { ...crypto(7), replayed: true } as const;
    assert.deepEqual((await readAfter({ one: [crypto(7, 409), replayed], two: [bank(8), ticket] })).asked, []);
  });

  it('leaves alone what no scenario sent', async () => {
    const reads = new LateReads();
    reads.listen({ ...crypto(7), scenario: null });
    const contract = { operations: new Map([['getCardBalance', {}]]) };
    const call = () => Promise.reject(new Error('a read'));
    await assert.doesNotReject(reads.read({ contract, client: { call } } as unknown as LateReadTools));
  });

  it('reads nothing once the run is interrupted, and nothing by a call that the contract does not have', async () => {
    assert.deepEqual((await readAfter({ one: [crypto(7)] }, { interrupted: true })).asked, []);
    assert.deepEqual((await readAfter({ one: [crypto(7)] }, { operations: [] })).asked, []);
  });

  it('goes on after a card that gave no balance, and says so', async () => {
    const { asked, told } = await readAfter({ one: [crypto(7), crypto(8)] }, { answer: 503 });
    assert.equal(asked.length, 2);
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /of card 7 \(HTTP 503.*\), 8 \(HTTP 503.*\): whether a deposit was credited twice/);
  });

  it('hides no mistake of ours', async () => {
    const broken = new Error('the disk is full');
    await assert.rejects(readAfter({ one: [crypto(7)] }, { broken }), broken);
  });
});
