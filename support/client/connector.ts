import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import { buildConnector } from 'undici';
import type { Clock } from '../config/clock.js';
import type { ClientCertificate } from '../config/configuration.js';
import type { Proxy } from '../config/proxy.js';
import type { ConnectionFacts } from '../trace/exchange.js';
import { awaitAcceptance } from './acceptance.js';
import { ConnectFailure } from './connect-failure.js';
import { openTunnel } from './open-tunnel.js';

/** Milliseconds for name, TCP and handshake together. */
const connectTimeoutMs = 10_000;

/** What a connector needs. `onConnect` learns the facts of every connection that the server accepted. */
export interface ConnectorOptions {
  /** PEM authorities; empty means the system's own. */
  readonly serverCa: readonly string[];
  /** Null shows no client certificate. */
  readonly certificate: ClientCertificate | null;
  /** Opens a tunnel first; TLS then runs through it end to end. Null connects directly. */
  readonly proxy: Proxy | null;
  readonly clock: Clock;
  readonly onConnect: (socket: TLSSocket, facts: ConnectionFacts, server: X509Certificate | undefined) => void;
}

/**
 * Makes the function undici opens connections with: TLS with the identity's certificate, held back until the server
 * accepted it. Sessions are not resumed, so every connection shows its certificate again.
 */
export function createConnector(options: ConnectorOptions): buildConnector.connector {
  const { certificate, clock } = options;
  const connect = buildConnector({
    timeout: connectTimeoutMs,
    maxCachedSessions: 0,
    ...(options.serverCa.length === 0 ? {} : { ca: [...options.serverCa] }),
    ...(certificate === null ? {} : { cert: certificate.certificate, key: certificate.privateKey }),
    ...(typeof certificate?.passphrase === 'string' ? { passphrase: certificate.passphrase } : {}),
  });
  const { proxy } = options;
  const open: buildConnector.connector = (target, callback) => {
    if (proxy === null) {
      connect(target, callback);
      return;
    }
    const port = target.port === '' ? 443 : Number(target.port);
    openTunnel(proxy, { host: target.hostname, port }, { clock, timeoutMs: connectTimeoutMs })
      .then((httpSocket) => connect({ ...target, httpSocket }, callback))
      .catch((cause: unknown) => callback(cause instanceof Error ? cause : new Error('no tunnel'), null));
  };
  return (target, callback) => {
    const startedAt = clock.now();
    open(target, (error, plain) => {
      if (error !== null) {
        const through = proxy === null ? '' : ' through the proxy';
        callback(new ConnectFailure('connect', `no connection could be made${through}`, error), null);
        return;
      }
      const socket = plain as TLSSocket;
      awaitAcceptance(socket, clock.now() - startedAt, clock).then(
        () => {
          // Trap: on a client's socket Node takes the certificate out of the chain while reading it (seen with Node 20), so
          // a second reading shows another certificate or none. It is read here and handed on.
          const server = socket.getPeerX509Certificate();
          options.onConnect(socket, factsOf(socket, server, proxy), server);
          callback(null, socket);
        },
        (cause: unknown) => {
          socket.destroy();
          callback(cause instanceof Error ? cause : new ConnectFailure('acceptance', 'unknown', cause), null);
        },
      );
    });
  };
}

function factsOf(socket: TLSSocket, server: X509Certificate | undefined, proxy: Proxy | null): ConnectionFacts {
  const address = socket.remoteAddress ?? 'unknown';
  return {
    // Behind a proxy the socket's other end is the proxy: it must not pass for the target's address.
    remoteAddress: proxy === null ? address : `proxy ${address}`,
    tlsVersion: socket.getProtocol() ?? 'unknown',
    serverFingerprint: server?.fingerprint256 ?? 'unknown',
  };
}
