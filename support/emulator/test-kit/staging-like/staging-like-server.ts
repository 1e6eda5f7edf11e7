import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Agent, request as send } from 'undici';
import type { Json } from '../../../trace/exchange.js';
import type { EmulatorOptions, RunningEmulator } from '../../emulator.js';
import { deliver } from '../../http/deliver.js';
import { createPki } from '../../pki/emulator-pki.js';
import { startEmulator } from '../../start-emulator.js';
import type { Answer, Asked, Next, Variation } from '../../variations/variation.js';
import { nested } from '../../variations/vary.js';

/**
 * A server that answers like our emulator except for the given variations, the first outermost: another HTTPS server with
 * its own certificates in front of an emulator. For tests of what no emulator of ours does, and of a server of somebody else.
 */
export async function startStagingLike(
  options: EmulatorOptions,
  variations: readonly Variation[],
): Promise<RunningEmulator> {
  const emulator = await startEmulator(options);
  const { certificate: cert, privateKey: key } = emulator.certificate;
  const upstream = new Agent({ connect: { ca: emulator.serverCa, cert, key } });
  // Answers made here carry the emulated time as well: a server has one clock.
  let date = new Date(options.clock.now()).toUTCString();
  const last: Next = async (asked) => {
    const seen = await forward(upstream, emulator.url, asked);
    date = seen.headers['date'] ?? date;
    return seen;
  };
  const answer = nested(variations, last);

  const pki = await createPki(options.clock.now());
  const { certificate, privateKey } = pki.server;
  const tls = { cert: certificate, key: privateKey, ca: pki.authority, requestCert: true, rejectUnauthorized: true };
  const server = createServer(tls, (request, response) => {
    askedOf(request)
      .then(answer)
      .then((made) => deliver(response, made, date))
      .catch((problem: unknown) => {
        response.destroy(problem instanceof Error ? problem : new Error('the server broke'));
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = { tenant: 'Staging-like Tenant', program: emulator.profile.program };
  return {
    ...emulator,
    url: `https://127.0.0.1:${String(port)}/v2`,
    serverCa: pki.authority,
    certificate: await pki.issueClient(client),
    nextCertificate: await pki.issueClient(client),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await upstream.destroy();
      await emulator.close();
    },
  };
}

async function askedOf(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const { pathname, search } = new URL(request.url ?? '/', 'https://localhost');
  return {
    method: request.method ?? 'GET',
    path: pathname.replace(/^\/v2/, ''),
    query: search,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body: text === '' ? undefined : (JSON.parse(text) as Json),
  };
}

/** Headers of a hop, which a proxy does not pass on. */
const hop = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive']);

function passedOn(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hop.has(name)));
}

async function forward(
  dispatcher: Agent,
  base: string,
  { method, path, query, headers, body }: Asked,
): Promise<Answer> {
  const seen = await send(`${base}${path}${query}`, {
    dispatcher,
    method: method as 'GET',
    headers: passedOn(headers),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await seen.body.text();
  const plain = Object.fromEntries(Object.entries(seen.headers).map(([name, value]) => [name, String(value)]));
  const isJson = (plain['content-type'] ?? '').startsWith('application/json');
  return {
    status: seen.statusCode,
    headers: passedOn(plain),
    body: isJson ? { json: JSON.parse(text) as Json } : { text },
    delivery: {},
  };
}
