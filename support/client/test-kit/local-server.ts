import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SecureVersion } from 'node:tls';
import type { ClientCertificate } from '../../config/client-certificate.js';
import { makeIdentity, pemOf, type Identity } from '../../emulator/pki/identity.js';

/** Certificates of a test: the server's authority, and client certificates good and bad. */
export interface TestPki {
  readonly authority: string;
  readonly server: { readonly certificate: string; readonly privateKey: string };
  readonly good: ClientCertificate;
  readonly next: ClientCertificate;
  readonly expired: ClientCertificate;
  readonly foreign: ClientCertificate;
}

const hundredDaysMs = 100 * 86_400_000;
const loopback = [{ type: 'ip', value: '127.0.0.1' }] as const;

/** Makes the certificates; keys stay in memory. */
export async function makeTestPki(now: number): Promise<TestPki> {
  const [own, other] = await Promise.all([authority('Own', now), authority('Other', now)]);
  const server = await makeIdentity(
    { subject: [{ CN: 'server' }], serialNumber: '02', alternativeNames: loopback, usage: 'server', now },
    own,
  );
  return {
    authority: (await pemOf(own)).certificate,
    server: await pemOf(server),
    good: await client(own, '03', now),
    next: await client(own, '04', now),
    expired: await client(own, '05', now - hundredDaysMs),
    foreign: await client(other, '06', now),
  };
}

function authority(name: string, now: number): Promise<Identity> {
  return makeIdentity(
    { subject: [{ CN: name }], serialNumber: '01', alternativeNames: [], usage: 'authority', now },
    null,
  );
}

async function client(issuer: Identity, serialNumber: string, now: number): Promise<ClientCertificate> {
  const made = await makeIdentity(
    { subject: [{ CN: 'client' }], serialNumber, alternativeNames: loopback, usage: 'client', now },
    issuer,
  );
  return { ...(await pemOf(made)), passphrase: null };
}

/** A server on loopback that demands a client certificate. */
export interface LocalServer {
  /** `https://127.0.0.1:PORT/v2`. */
  readonly baseUrl: URL;
  /** Request lines received, such as `GET /v2/cards`. */
  readonly received: readonly string[];
  close(): Promise<void>;
}

/** Starts the server on a free port. */
export async function startLocalServer(
  pki: TestPki,
  handler: (request: IncomingMessage, response: ServerResponse) => void,
  maxVersion: SecureVersion = 'TLSv1.3',
): Promise<LocalServer> {
  const received: string[] = [];
  const server = createServer(
    {
      ...{ cert: pki.server.certificate, key: pki.server.privateKey, ca: pki.authority },
      ...{ requestCert: true, rejectUnauthorized: true, maxVersion },
    },
    (request, response) => {
      received.push(`${request.method ?? ''} ${request.url ?? ''}`);
      handler(request, response);
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: new URL(`https://127.0.0.1:${port}/v2`),
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
