import { createServer } from 'node:https';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fillPath } from '../../client/request-url.js';
import type { ClientCertificate } from '../../config/client-certificate.js';
import type { Contract } from '../../contract/contract.js';
import { operationUnknown, unscriptedRequest } from '../stop-scenario.js';
import type { ReplayedAnswer, ReplayedCall } from './replayed-answer.js';

/** A server of ours that gives recorded answers to our own client, over mutual TLS as the platform does. */
export interface ReplayServer {
  /** `https://127.0.0.1:PORT/v2`. */
  readonly baseUrl: URL;
  /** Authority of the server's certificate, PEM. */
  readonly serverCa: string;
  readonly certificate: ClientCertificate;
  /** Every request that arrived, in order, such as `GET /cardholders/1`. */
  readonly received: readonly string[];
  /** Ends every connection. Rejects with WLD-110 when a request came that no call of the script foresees. */
  close(): Promise<void>;
}

const basePath = '/v2';

/** What every replay server of this process shows and asks for: making it anew takes longer than most replays do. */
let identities: ReturnType<typeof makeIdentities> | null = null;

async function makeIdentities(now: number) {
  // Loaded when needed: Cucumber loads this file for every run, and few replay anything.
  const { createPki } = await import('../../emulator/pki/emulator-pki.js');
  const pki = await createPki(now);
  return { pki, certificate: await pki.issueClient({ tenant: 'Replay', program: 'Replay' }) };
}

/** Serves a script on a free loopback port. Throws WLD-107 for an operation that the contract of the run lacks. */
export async function openReplayServer(
  script: readonly ReplayedCall[],
  contract: Contract,
  now: number,
): Promise<ReplayServer> {
  const places = new Map(script.map((call) => [placeOf(call, contract), [...call.answers]]));
  const { pki, certificate } = await (identities ??= makeIdentities(now));
  const received: string[] = [];
  const unscripted: string[] = [];
  const { certificate: cert, privateKey: key } = pki.server;
  const server = createServer(
    { key, cert, ca: pki.authority, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    (request, response) => {
      const [path = ''] = (request.url ?? '').split('?');
      const place = `${request.method ?? ''} ${path.startsWith(basePath) ? path.slice(basePath.length) : path}`;
      received.push(place);
      const answers = places.get(place) ?? [];
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer === undefined) unscripted.push(place);
      request.resume().once('end', () => give(answer ?? { kind: 'reset' }, response));
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    baseUrl: new URL(`https://127.0.0.1:${String((server.address() as AddressInfo).port)}${basePath}`),
    serverCa: pki.authority,
    certificate,
    received,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      if (unscripted.length > 0) throw unscriptedRequest([...new Set(unscripted)].join(', '));
    },
  };
}

function placeOf({ operationId, path = {} }: ReplayedCall, contract: Contract): string {
  const operation = contract.operations.get(operationId);
  if (operation === undefined) throw operationUnknown(operationId);
  return `${operation.method} ${fillPath(operation, path)}`;
}

function give(answer: ReplayedAnswer, response: ServerResponse): void {
  switch (answer.kind) {
    case 'reset':
      response.socket?.destroy();
      return;
    case 'json':
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(JSON.stringify(answer.body));
      return;
    case 'text':
      response.writeHead(answer.status, { 'content-type': answer.mediaType });
      response.end(answer.text);
      return;
    default:
      unknownKind(answer);
  }
}

function unknownKind(answer: never): never {
  throw new Error(`unknown kind of replayed answer: ${JSON.stringify(answer)}`);
}
