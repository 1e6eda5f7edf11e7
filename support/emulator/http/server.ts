import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type PeerCertificate, TLSSocket } from 'node:tls';
import { errorsOf } from '../../messages/coded-error.js';
import { emulatorMessages } from '../../messages/emulator-messages.js';
import type { AccessLog } from './access-log.js';
import { plainAddress } from './allowlist.js';
import type { Gate, Visit } from './answer-call.js';
import { answerVisit } from './answer-visit.js';
import { deliver } from './deliver.js';
import { readBody } from './read-body.js';
import type { ServerIdentity } from './server-identity.js';
import type { Credentials } from './credentials.js';

const serverError = errorsOf(emulatorMessages, 'configuration');

/** The version prefix of every path. */
const basePath = '/v2';

/** Where a server listens; port 0 picks a free one. */
export interface Listening {
  readonly host: string;
  readonly port: number;
}

/** A listening server. */
export interface HttpServer {
  readonly port: number;
  /** Ends every connection. */
  close(): Promise<void>;
}

/**
 * Serves the gate over mutual TLS. A client without a certificate of the emulator's authority fails in the
 * handshake and never reaches HTTP. Throws EMU-101 or EMU-102 (exit 78) when it cannot listen.
 */
export async function serve(
  gate: Gate,
  identity: ServerIdentity,
  log: AccessLog,
  listening: Listening,
): Promise<HttpServer> {
  const server = createServer(
    {
      key: identity.privateKey,
      cert: identity.certificate,
      ca: identity.authority,
      requestCert: true,
      rejectUnauthorized: gate.emulation.needsCertificate === 'of-its-authority',
      minVersion: 'TLSv1.2',
    },
    (request, response) => {
      void handle(gate, log, request, response);
    },
  );
  server.keepAliveTimeout = 60_000;
  if (gate.emulation.needsCertificate === 'any')
    server.on('secureConnection', (socket) => {
      if (readCertificate(socket).certificateSerial === null) socket.destroy();
    });
  // The server forgets a connection until its handshake is over; a silent one would hold up the end for minutes.
  const connections = new Set<Duplex>();
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  await listen(server, listening);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((problem) => {
          if (problem === undefined) resolve();
          else reject(problem);
        });
        server.closeAllConnections();
        for (const socket of connections) socket.destroy();
      }),
  };
}

function listen(server: Server, { host, port }: Listening): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (problem: NodeJS.ErrnoException) => {
      const inUse = problem.code === 'EADDRINUSE';
      reject(
        inUse ? serverError('EMU-101', { port }) : serverError('EMU-102', { port, reason: problem.message }, problem),
      );
    });
    server.listen(port, host, resolve);
  });
}

async function handle(gate: Gate, log: AccessLog, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const started = gate.realNow();
  const visit = visitOf(request);
  const { answer, route } = await answerVisit(gate, visit);
  const at = gate.now();
  await deliver(response, answer, new Date(at).toUTCString());
  log.write({
    at: new Date(at).toISOString(),
    method: visit.method,
    operationId: route?.operation.operationId ?? null,
    route: route?.operation.path ?? null,
    status: answer.status,
    ms: gate.realNow() - started,
    client: visit.client,
  });
}

function visitOf(request: IncomingMessage): Visit {
  const url = urlOf(request);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  return {
    method: request.method ?? '',
    path: url?.pathname.startsWith(`${basePath}/`) === true ? url.pathname.slice(basePath.length) : null,
    query: queryOf(url),
    headers,
    client: plainAddress(request.socket.remoteAddress ?? ''),
    credentials: { apiKey: headers['x-api-key'] ?? null, ...shownCertificate(request) },
    readBody: () => readBody(request),
  };
}

/** The request's URL; null for a target that is none, which then leads nowhere. */
function urlOf({ url = '/' }: IncomingMessage): URL | null {
  return URL.canParse(url, 'https://localhost') ? new URL(url, 'https://localhost') : null;
}

/** Query parameters; a repeated one is joined like a repeated header, so that no value goes unchecked (K-17). */
function queryOf(url: URL | null): Readonly<Record<string, string>> {
  const { searchParams } = url ?? {};
  return Object.fromEntries(
    [...new Set(searchParams?.keys())].map((name) => [name, searchParams?.getAll(name).join(', ') ?? '']),
  );
}

type Shown = Pick<Credentials, 'certificateProgram' | 'certificateSerial'>;

/** What each connection showed: reading a certificate costs more than answering, and a connection keeps its own. */
const shownOn = new WeakMap<TLSSocket, Shown>();

function shownCertificate({ socket }: IncomingMessage): Shown {
  if (!(socket instanceof TLSSocket)) return { certificateProgram: null, certificateSerial: null };
  const shown = shownOn.get(socket) ?? readCertificate(socket);
  shownOn.set(socket, shown);
  return shown;
}

/** Program (OU) and serial number of the client certificate; null for what there is not to read. */
function readCertificate(socket: TLSSocket): Shown {
  // Typed as complete, and empty when the client showed none.
  const { subject, serialNumber } = socket.getPeerCertificate() as Partial<PeerCertificate>;
  const program = [subject?.OU].flat().join(', ');
  return { certificateProgram: program === '' ? null : program, certificateSerial: serialNumber ?? null };
}
