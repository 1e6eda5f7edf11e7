import assert from 'node:assert/strict';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { says, type Delivery } from '../variations/variation.js';
import { deliver } from './deliver.js';

const date = 'Sat, 21 Nov 2026 10:00:00 GMT';

/** What a client gets of a delivered answer. */
async function received(delivery: Delivery) {
  const answer = { ...says(200, { name: 'Zoë/é' }), delivery };
  const server = createServer((_request, response) => void deliver(response, answer, date));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  let interim = 0;
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request({ port, host: '127.0.0.1', agent: false }, resolve).on('error', reject);
      sent.on('information', ({ statusCode }) => (interim = statusCode)).end();
    });
    return { response, bytes: await buffer(response), interim };
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

test('an ordinary answer has its length, its type and the date of the server', async () => {
  const { response, bytes } = await received({});
  assert.equal(bytes.toString(), '{"name":"Zoë/é"}');
  assert.deepEqual(
    [response.headers['content-length'], response.headers.date, response.headers['transfer-encoding']],
    [String(bytes.length), date, undefined],
  );
});

test('chunks cut the body anywhere and lose nothing', async () => {
  const { response, bytes } = await received({ chunkBytes: 1 });
  assert.equal(bytes.toString(), '{"name":"Zoë/é"}');
  assert.equal(response.headers['transfer-encoding'], 'chunked');
});

test('a compressed body says so', async () => {
  const { response, bytes } = await received({ gzip: true });
  assert.equal(response.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(bytes).toString(), '{"name":"Zoë/é"}');
});

const forms: readonly (readonly [NonNullable<Delivery['form']>, string])[] = [
  ['indented', '\n{\n    "name": "Zoë/é"\n}\n'],
  ['escaped', String.raw`{"name":"Zo\u00eb\/\u00e9"}`],
];
for (const [form, text] of forms) {
  test(`JSON can be written ${form} and means the same`, async () => {
    const { bytes } = await received({ form });
    assert.equal(bytes.toString(), text);
    assert.deepEqual(JSON.parse(text), { name: 'Zoë/é' });
  });
}

test('status line, header names, interim answer and end of the connection are as asked for', async () => {
  const { response, interim } = await received({ reason: 'Fine', shouted: true, interim: true, closing: true });
  assert.deepEqual([response.statusMessage, interim, response.headers.connection], ['Fine', 103, 'close']);
  assert.ok(response.rawHeaders.includes('CONTENT-TYPE'));
});

test('a reset gives no answer', async () => {
  await assert.rejects(received({ reset: true }), { code: 'ECONNRESET' });
});
