import { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import { buildConnector } from 'undici';
import type { Clock } from '../config/clock.js';
import type { ClientCertificate } from '../config/client-certificate.js';
import type { Proxy } from '../config/proxy.js';
import type { ConnectionFacts } from '../trace/connection.js';
import type { ExchangeConnection } from '../trace/exchange.js';
import { awaitAcceptance } from './acceptance.js';
import { ConnectFailure } from './connect-failure.js';
import { connectionFacts } from './connection/connection-facts.js';
import { notedLookup } from './connection/noted-lookup.js';
import { openTunnel } from './open-tunnel.js';
import { reconnecting } from './reconnecting.js';

/** Milliseconds for name, TCP and handshake together. */
const connectTimeoutMs = 10_000;

/**
 * Learns the facts of every connection whose handshake was made, accepted or not, before anything is sent on it. Returns
 * what exchanges call it, null when nobody writes it down.
 */
export type OnConnect = (
  socket: TLSSocket,
  facts: ConnectionFacts,
  server: X509Certificate | undefined,
) => Promise<ExchangeConnection | null>;

/** What a connector needs. */
export interface ConnectorOptions {
  /** PEM authorities; empty means the system's own. */
  readonly serverCa: readonly string[];
  /** True when this process made the server's authority. */
  readonly ownAuthority: boolean;
  /** Null shows no client certificate. */
  readonly certificate: ClientCertificate | null;
  /** Opens a tunnel first; TLS then runs through it end to end. Null connects directly. */
  readonly proxy: Proxy | null;
  readonly clock: Clock;
  readonly onConnect: OnConnect;
}

/**
 * Makes the function undici opens connections with: TLS with the identity's certificate, held back until the server
 * accepted it. Sessions are not resumed, so every connection shows its certificate again.
 */
export function createConnector(options: ConnectorOptions): buildConnector.connector {
  const { certificate, clock, proxy } = options;
  const names = notedLookup();
  const connect = handshake(options, names.lookup);
  const open = reconnecting(proxy === null ? connect : throughTunnel(proxy, connect, clock), clock);
  const admit = async (
    socket: TLSSocket,
    target: buildConnector.Options,
    { tries, handshakeMs }: { readonly tries: number; readonly handshakeMs: number },
  ): Promise<void> => {
    // Trap: on a client's socket Node takes the certificate out of the chain while reading it (seen with Node 20), so
    // a second reading shows another certificate or none. It is read here and handed on.
    const server = socket.getPeerX509Certificate();
    const host = target.hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
    const shown = connectionFacts(socket, server, {
      ...{ host, port: portOf(target), addresses: names.addressesOf(host), throughProxy: proxy !== null },
      ...{ serverCa: options.serverCa, ownAuthority: options.ownAuthority, certificate },
    });
    const facts = tries > 1 ? { ...shown, tries } : shown;
    try {
      await awaitAcceptance(socket, handshakeMs, clock);
    } catch (cause) {
      const connection = await options.onConnect(socket, { accepted: false, ...facts }, server);
      if (cause instanceof ConnectFailure) cause.connection = connection;
      throw cause;
    }
    await options.onConnect(socket, { accepted: true, ...facts }, server);
  };
  const isLapsed = outOfDate(certificate);
  return (target, callback) => {
    const startedAt = clock.now();
    const fail = (error: Error): void => {
      if (error instanceof ConnectFailure) error.certificateLapsed = isLapsed(clock.now());
      callback(error, null);
    };
    open(target, (error, plain, tries) => {
      if (error !== null) {
        const through = proxy === null ? '' : ' through the proxy';
        fail(new ConnectFailure('connect', `no connection could be made${through}`, error));
        return;
      }
      const socket = plain as TLSSocket;
      admit(socket, target, { tries, handshakeMs: clock.now() - startedAt }).then(
        () => callback(null, socket),
        (cause: unknown) => {
          socket.destroy();
          fail(cause instanceof Error ? cause : new ConnectFailure('acceptance', 'unknown', cause));
        },
      );
    });
  };
}

/** Makes a connection with its handshake: TCP and TLS, with the identity's certificate. */
function handshake(
  { serverCa, certificate }: ConnectorOptions,
  lookup: ReturnType<typeof notedLookup>['lookup'],
): buildConnector.connector {
  return buildConnector({
    timeout: connectTimeoutMs,
    maxCachedSessions: 0,
    // Said here, because Node takes laxer defaults from the environment (NODE_TLS_REJECT_UNAUTHORIZED, --tls-min-v1.0).
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    lookup,
    ...(serverCa.length === 0 ? {} : { ca: [...serverCa] }),
    ...(certificate === null ? {} : { cert: certificate.certificate, key: certificate.privateKey }),
    ...(typeof certificate?.passphrase === 'string' ? { passphrase: certificate.passphrase } : {}),
  });
}

/** The same through a proxy's tunnel: the handshake runs through it end to end. */
function throughTunnel(proxy: Proxy, connect: buildConnector.connector, clock: Clock): buildConnector.connector {
  return (target, callback) => {
    openTunnel(proxy, { host: target.hostname, port: portOf(target) }, { clock, timeoutMs: connectTimeoutMs })
      .then((httpSocket) => connect({ ...target, httpSocket }, callback))
      .catch((cause: unknown) => callback(cause instanceof Error ? cause : new Error('no tunnel'), null));
  };
}

/** Whether a certificate is out of date at a time (milliseconds since the Unix epoch). None never is. */
function outOfDate(certificate: ClientCertificate | null): (now: number) => boolean {
  if (certificate === null) return () => false;
  const { validFrom, validTo } = new X509Certificate(certificate.certificate);
  const [from, to] = [Date.parse(validFrom), Date.parse(validTo)];
  return (now) => now < from || now >= to;
}

function portOf({ port }: buildConnector.Options): number {
  return port === '' ? 443 : Number(port);
}
