import type { TLSSocket } from 'node:tls';
import { buildConnector } from 'undici';
import type { Clock } from '../config/clock.js';
import type { ClientCertificate } from '../config/configuration.js';
import type { ConnectionFacts } from '../trace/exchange.js';
import { awaitAcceptance } from './acceptance.js';
import { ConnectFailure } from './connect-failure.js';

/** Milliseconds for name, TCP and handshake together. */
const connectTimeoutMs = 10_000;

/** What a connector needs. `onConnect` learns the facts of every connection that the server accepted. */
export interface ConnectorOptions {
  /** PEM authorities; empty means the system's own. */
  readonly serverCa: readonly string[];
  /** Null shows no client certificate. */
  readonly certificate: ClientCertificate | null;
  readonly clock: Clock;
  readonly onConnect: (socket: TLSSocket, facts: ConnectionFacts) => void;
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
  return (target, callback) => {
    const startedAt = clock.now();
    connect(target, (error, plain) => {
      if (error !== null) {
        callback(new ConnectFailure('connect', 'no connection could be made', error), null);
        return;
      }
      const socket = plain as TLSSocket;
      awaitAcceptance(socket, clock.now() - startedAt, clock).then(
        () => {
          options.onConnect(socket, factsOf(socket));
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

function factsOf(socket: TLSSocket): ConnectionFacts {
  return {
    remoteAddress: socket.remoteAddress ?? 'unknown',
    tlsVersion: socket.getProtocol() ?? 'unknown',
    serverFingerprint: socket.getPeerX509Certificate()?.fingerprint256 ?? 'unknown',
  };
}
