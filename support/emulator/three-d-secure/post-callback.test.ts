import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { it } from 'node:test';
import { postCallback } from './post-callback.js';

/** Posts to a receiver that answers so; gives what came of it, and what the receiver got. */
async function posted(answer: RequestListener, signal = new AbortController().signal) {
  const got: { readonly message: IncomingMessage; readonly text: string }[] = [];
  const server = createServer((message, response) => {
    const pieces: Buffer[] = [];
    message.on('data', (piece: Buffer) => pieces.push(piece));
    message.on('end', () => {
      got.push({ message, text: Buffer.concat(pieces).toString() });
      answer(message, response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const taken = postCallback(`http://127.0.0.1:${String(port)}/hook?a=b`, { cardId: 7, name: 'ä' }, signal);
  return taken
    .then((result) => ({ result, got }))
    .finally(() => {
      server.closeAllConnections();
      server.close();
    });
}

it('posts JSON and tells whether it was taken, by the status alone', async () => {
  for (const [status, taken] of [
    [200, true],
    [204, true],
    [302, false],
    [500, false],
  ] as const) {
    // prettier-ignore
    const { result, got } = await posted((_message, response) => response.writeHead(status).end());
    assert.equal(result, taken, String(status));
    const [{ message, text } = assert.fail('nothing came')] = got;
    assert.deepEqual([got.length, message.method, message.url], [1, 'POST', '/hook?a=b']);
    assert.equal(message.headers['content-type'], 'application/json');
    assert.deepEqual(JSON.parse(text), { cardId: 7, name: 'ä' });
  }
});

it('rejects for a receiver that hangs up, and for one that breaks off its answer', async () => {
  await assert.rejects(posted((message) => message.socket.resetAndDestroy()));
  await assert.rejects(
    posted((message, response) => {
      response.writeHead(200, { 'content-length': 9 });
      response.write('a', () => message.socket.resetAndDestroy());
    }),
  );
});

it('rejects for a receiver that says nothing, at the latest when it is told to stop', async () => {
  const stop = new AbortController();
  await assert.rejects(
    posted(() => stop.abort(), stop.signal),
    { name: 'AbortError' },
  );
});
