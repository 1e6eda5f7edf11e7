import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../support/config/system-clock.js';
import { createPki } from '../../support/emulator/pki/emulator-pki.js';
import type { Access } from '../measure/access.js';
import { answerQuestions } from '../measure/worker.js';

/** Questions: an access to a server that gives this answer to everything, or its CPU so far. */
export type BareServerQuestion =
  { readonly ask: 'access'; readonly like: Access; readonly answer: unknown } | { readonly ask: 'cpu' };

let server: Server | null = null;

/** Mutual TLS and one answer: what node:https costs and nothing more. */
async function start(like: Access, answer: unknown): Promise<Access> {
  const pki = await createPki(systemClock.now());
  const { certificate, privateKey } = await pki.issueClient({ tenant: 'Tenant', program: 'Program' });
  const body = Buffer.from(JSON.stringify(answer));
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length };
  const tls = { key: pki.server.privateKey, cert: pki.server.certificate, ca: pki.authority, requestCert: true };
  const listening = createServer(tls, (request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(200, headers).end(body));
  });
  server = listening;
  listening.keepAliveTimeout = 60_000;
  await new Promise<void>((ready) => listening.listen(0, '127.0.0.1', ready));
  const { port } = listening.address() as AddressInfo;
  return { ...like, url: `https://127.0.0.1:${port}/v2`, serverCa: pki.authority, certificate, privateKey };
}

answerQuestions(
  async (question: BareServerQuestion) =>
    question.ask === 'cpu' ? process.cpuUsage() : start(question.like, question.answer),
  () => {
    server?.close();
    server?.closeAllConnections();
    return Promise.resolve();
  },
);
