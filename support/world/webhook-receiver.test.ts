import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { largestBody } from '../client/largest-body.js';
import { said } from '../contract/fixtures/said.js';
import { smallJudge } from '../contract/fixtures/small-contract.js';
import type { Exchange } from '../trace/exchange.js';
import type { ScenarioScope } from './scenario-scope.js';
import { openWebhookReceiver, type WebhookReceiver } from './webhook-receiver.js';

const judge = smallJudge();
const ours = '/otp-callback?program=42';
const json = { 'content-type': 'application/json' };

let receiver: WebhookReceiver;
let recorded: Exchange[] = [];
let logged: string[] = [];
let sink: (exchange: Exchange) => Promise<Exchange>;

let facts: object = {};

function open(): Promise<WebhookReceiver> {
  let calls = 0;
  const log = (told: object, text: string) => {
    facts = told;
    logged.push(text);
  };
  const run = {
    clock: { now: () => Date.now(), sleep: (ms: number, signal?: AbortSignal) => pause(ms, undefined, { signal }) },
    ids: { exchange: () => `x-${String((calls += 1))}` },
    sink: (exchange: Exchange) => sink(exchange),
    logger: { warn: log, error: log },
    target: { profile: { timing: { pollInitialMs: 10, pollMaxMs: 10 } } },
  };
  const scope = { scenario: { id: 's' }, run } as unknown as ScenarioScope;
  return openWebhookReceiver(`http://127.0.0.1:0${ours}`, null, scope);
}

before(async () => {
  receiver = await open();
});

after(() => receiver.close());

/** Forgets what came before, and calls the receiver. */
async function called(path: string, init: RequestInit, { url } = receiver): Promise<number> {
  const response = await fetch(new URL(path, url), init);
  await response.arrayBuffer();
  return response.status;
}

function anew(record: typeof sink = (exchange) => Promise.resolve(exchange)): void {
  [recorded, logged] = [[], []];
  sink = (exchange) => {
    recorded.push(exchange);
    return record(exchange);
  };
}

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json) => ({
  ...{ method: 'POST', body, headers },
});

test('a callback is recorded by path and query, and the query of our own address is no word of the platform', async () => {
  anew();
  assert.equal(await called(ours, post('{"cardId":7}', { 'Content-Type': 'APPLICATION/json; charset=utf-8' })), 204);
  const callback = await receiver.next(1000);
  assert.equal(callback?.request.path, '/otp-callback');
  assert.deepEqual(callback.request.query, {});
  assert.ok(callback.request.url.endsWith(ours));
  assert.deepEqual(judge(callback), { outcome: 'conforming', findings: [] });
});

test('a code in the address of a callback is a finding', async () => {
  anew();
  assert.equal(await called(`${ours}&cvv=123`, post('{"cardId":7}')), 204);
  const callback = await receiver.next(1000);
  assert.ok(callback !== undefined);
  assert.ok(said(judge(callback)).includes('fail sensitive-in-url /request/query/cvv'));
});

test('whoever else calls is turned away, logged, and neither recorded nor taken for the platform', async () => {
  anew();
  assert.equal(await called('/favicon.ico', { method: 'GET' }), 404);
  assert.equal(await called('/somewhere/else', { ...post('{"cardId":7}'), method: 'PUT' }), 404);
  for (const method of ['GET', 'HEAD', 'OPTIONS']) assert.equal(await called(ours, { method }), 405, method);
  assert.equal(receiver.strays(), 0);
  assert.equal(await called('/rewritten/otp-callback', post('{"cardId":7}')), 404);
  assert.equal(receiver.strays(), 1);
  assert.deepEqual(recorded, []);
  assert.equal(logged.length, 6);
  assert.equal(await receiver.next(20), undefined);
});

test('of many calls that are no callbacks the first are logged, and then how many more there were', async () => {
  anew();
  const scanned = await open();
  for (let call = 0; call < 23; call += 1) assert.equal(await called(`/scan-${call}`, { method: 'GET' }, scanned), 404);
  assert.equal(logged.length, 20);
  await scanned.close();
  assert.deepEqual([logged.length, logged.at(-1)], [21, 'more calls that are no callbacks of ours']);
  assert.deepEqual(facts, { unlogged: 3 });
});

test('a callback is answered once it was recorded, and not with success when it could not be', async () => {
  let isRecorded = false;
  anew(async (exchange) => {
    await pause(50);
    isRecorded = true;
    return exchange;
  });
  assert.equal(await called(ours, post('{"cardId":7}')), 204);
  assert.equal(isRecorded, true);
  assert.ok((await receiver.next(1000)) !== undefined);
  anew(() => Promise.reject(new Error('no space')));
  assert.equal(await called(ours, post('{"cardId":7}')), 500);
  assert.deepEqual(logged, ['a callback could not be recorded']);
  assert.equal(await receiver.next(20), undefined);
});

test('a callback that is too large is recorded with its failure and not held in memory', async () => {
  anew();
  const status = await called(ours, post(new Uint8Array(largestBody + 1))).catch(() => 413);
  assert.equal(status, 413);
  assert.equal(recorded[0]?.failure?.class, 'protocol');
  assert.deepEqual(recorded[0].request.body, { kind: 'text', text: '', problem: recorded[0].failure.detail });
  assert.equal((await receiver.next(20))?.failure?.class, 'protocol');
});

test('a callback that breaks off is recorded with its failure, and the whole one after it is taken first', async () => {
  anew();
  const { port, host } = new URL(receiver.url);
  const socket = connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  const head = `POST ${ours} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n`;
  socket.write(`${head}{"cardId":7`);
  await pause(50);
  socket.destroy();
  while (recorded.length === 0) await pause(5);
  assert.equal(recorded[0]?.failure?.class, 'reset');
  assert.equal(recorded[0].response, null);
  assert.equal(judge(recorded[0]).outcome, 'not-judged');
  await called(ours, post('{"cardId":7}'));
  assert.equal((await receiver.next(20))?.failure, null);
  assert.equal((await receiver.next(20))?.failure?.class, 'reset');
});
