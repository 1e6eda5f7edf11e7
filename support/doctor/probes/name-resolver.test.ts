import assert from 'node:assert/strict';
import { createSocket, type Socket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { after, before, describe, it } from 'node:test';
import { nameResolver } from './name-resolver.js';

/** Response codes of DNS by the first label of the question; others are answered 192.0.2.7. */
const refusals: Readonly<Record<string, number>> = { nowhere: 3, broken: 2 };

/** Answers one question as RFC 1035 has it: same header and question, then at most one record. */
function answerTo(query: Buffer): Buffer {
  const length = query[12] ?? 0;
  const label = query.subarray(13, 13 + length).toString('latin1');
  let end = 12;
  while (query[end] !== 0) end += (query[end] ?? 0) + 1;
  const question = query.subarray(12, end + 5);
  const isAddress = question.readUInt16BE(question.length - 4) === 1;
  const code = refusals[label] ?? 0;
  const header = Buffer.from([...query.subarray(0, 2), 0x81, 0x80 | code, 0, 1, 0, 0, 0, 0, 0, 0]);
  if (code !== 0 || !isAddress) return Buffer.concat([header, question]);
  header.writeUInt16BE(1, 6);
  return Buffer.concat([header, question, Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 7])]);
}

describe('nameResolver', () => {
  let server: Socket;
  const resolver = new Resolver({ timeout: 1000, tries: 1 });
  before(async () => {
    server = createSocket('udp4');
    server.on('message', (query, { port }) => server.send(answerTo(query), port, '127.0.0.1'));
    await new Promise<void>((bound) => server.bind(0, '127.0.0.1', bound));
    resolver.setServers([`127.0.0.1:${server.address().port}`]);
  });
  after(() => server.close());

  it('gives the addresses there are, of either kind', async () => {
    assert.deepEqual(await nameResolver(resolver).addressesOf('here.test'), ['192.0.2.7']);
  });

  it('tells "there is none" from "nobody could say"', async () => {
    assert.deepEqual(await nameResolver(resolver).addressesOf('nowhere.test'), []);
    assert.equal(await nameResolver(resolver).addressesOf('broken.test'), null);
  });

  it('gives no names for an address without any', async () => {
    assert.deepEqual(await nameResolver(resolver).namesOf('192.0.2.7'), []);
  });
});
