import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contract, testClient, testTarget } from '../../client/test-kit/test-client.js';
import { makeTestPki } from '../../client/test-kit/local-server.js';
import type { Client } from '../../client/client.js';
import { systemClock } from '../../config/system-clock.js';
import { compileValidators } from '../../contract/validators.js';
import { createJudge } from '../../contract/judge.js';
import type { Exchange } from '../../trace/exchange.js';
import { additions, replayedCardholder } from './additions.js';
import { createLeapingTime } from '../../config/leaping-time.js';
import { errorAnswers, type ErrorAnswerWord } from './error-answers.js';
import type { ReplayedCall } from './replayed-answer.js';
import { openReplayServer, type ReplayServer } from './replay-server.js';
import { additionAtFirst, busyAtFirst, everyCallAnswered } from './scripts.js';
import { replayedDestination, transferEnding } from './transfers.js';

const pki = await makeTestPki(systemClock.now());
const judge = createJudge(contract, compileValidators(contract));

async function replaying(
  script: readonly ReplayedCall[],
  work: (client: Client, recorded: readonly Exchange[], server: ReplayServer) => Promise<void>,
): Promise<void> {
  const server = await openReplayServer(script, contract, systemClock.now());
  const { certificate, serverCa } = server;
  const target = testTarget(pki, server.baseUrl, { certificate, serverCa: [serverCa] });
  const { client, recorded } = testClient(target, { retryClock: createLeapingTime(systemClock).leaping });
  try {
    await work(client, recorded, server);
  } finally {
    await client.close();
    await server.close();
  }
}

const read = (client: Client) =>
  client.call('getCardholder', { path: { cardholderId: replayedCardholder } }, { scenario: null });

test('every recorded answer arrives as recorded and is what the contract says of it', async () => {
  for (const word of Object.keys(errorAnswers) as ErrorAnswerWord[]) {
    await replaying(everyCallAnswered(word), async (client, recorded, server) => {
      const created = await client.call('createWallet', { body: { name: 'n' } }, { scenario: null });
      const answer = errorAnswers[word];
      if (answer.kind === 'reset') assert.equal(created.failure?.class, 'reset');
      else {
        assert.equal(created.response?.status, answer.status, word);
        assert.deepEqual(judge(created), { outcome: 'conforming', findings: [] }, word);
      }
      assert.deepEqual(server.received, ['POST /wallets']);
      assert.equal(recorded.length, 1);
    });
  }
});

test('an addition is all that is found in its answer', async () => {
  for (const addition of Object.values(additions)) {
    await replaying(additionAtFirst(addition), async (client) => {
      const path = addition.operationId === 'getCardholder' ? { cardholderId: replayedCardholder } : {};
      const { findings } = judge(await client.call(addition.operationId, { path }, { scenario: null }));
      assert.deepEqual(
        findings.map(({ level, where }) => [level, where]),
        addition.where.map((where) => ['advisory', where]),
      );
      assert.deepEqual(judge(await read(client)), { outcome: 'conforming', findings: [] });
    });
  }
});

test('wallets and transfers are answered as the contract says', async () => {
  await replaying(transferEnding('Partial', 4000), async (client) => {
    const body = { sourceWalletId: 1, destinationType: 0, destinationId: 2, amount: 4000 };
    const transferred = await client.call('transferFromWallet', { body }, { scenario: null });
    const wallet = await client.call('getWallet', { path: { walletId: replayedDestination } }, { scenario: null });
    assert.deepEqual([judge(transferred).findings, judge(wallet).findings], [[], []]);
  });
});

test('answers come in turn and the last one stands', async () => {
  await replaying(busyAtFirst('at a time of its own choice', 1), async (client, recorded) => {
    await read(client);
    await read(client);
    assert.deepEqual(
      recorded.map(({ response }) => response?.status),
      [429, 200, 200],
    );
  });
});

test('a request that the script does not foresee is reported when the server ends', async () => {
  const foreign = replaying([], async (client) => {
    const answer = await client.call('createWallet', { body: { name: 'n' } }, { scenario: null });
    assert.equal(answer.failure?.class, 'reset');
  });
  await assert.rejects(foreign, { code: 'WLD-110', message: /POST \/wallets/ });
});

test('an operation that the contract lacks is not run', async () => {
  const operations = new Map([...contract.operations].filter(([id]) => id !== 'createWallet'));
  await assert.rejects(openReplayServer(everyCallAnswered('404'), { ...contract, operations }, 0), { code: 'WLD-107' });
});
