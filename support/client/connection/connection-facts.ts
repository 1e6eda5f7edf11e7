import { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import { isLoopbackHost } from '../../config/hosts.js';
import type { ClientCertificate } from '../../config/client-certificate.js';
import type { ConnectionFacts } from '../../trace/connection.js';
import { chainFrom, shownCertificate } from './shown-certificate.js';
import { trustAnchorOf } from './trust-anchor-of.js';

/** What is known of a connection besides its socket. */
export interface Connecting {
  readonly host: string;
  readonly port: number;
  readonly addresses: readonly string[];
  readonly throughProxy: boolean;
  readonly serverCa: readonly string[];
  /** True when this process made the server's authority. */
  readonly ownAuthority: boolean;
  readonly certificate: ClientCertificate | null;
}

/** Reads the facts of a connection right after its handshake; `server` is the certificate the other side showed. */
export function connectionFacts(
  socket: TLSSocket,
  server: X509Certificate | undefined,
  connecting: Connecting,
): Omit<ConnectionFacts, 'accepted'> {
  const { host, port, addresses, throughProxy, serverCa, ownAuthority, certificate } = connecting;
  const remoteAddress = socket.remoteAddress ?? 'unknown';
  const chain = chainFrom(server);
  return {
    ...{ host, port },
    addresses: throughProxy ? [] : [...addresses],
    route: throughProxy ? 'proxy' : 'direct',
    remoteAddress,
    remotePort: socket.remotePort ?? 0,
    // A machine reaches itself on its outer addresses as well.
    sameMachine: isLoopbackHost(remoteAddress) || remoteAddress === socket.localAddress,
    tls: {
      version: socket.getProtocol() ?? 'unknown',
      cipher: socket.getCipher().standardName,
      protocol: socket.alpnProtocol === false ? null : socket.alpnProtocol,
      serverName: serverNameOf(socket),
    },
    chain: chain.map(shownCertificate),
    alternativeNames: chain[0]?.subjectAltName ?? '',
    trust: trustAnchorOf(chain, { serverCa, own: ownAuthority }),
    clientCertificate: certificate === null ? null : shownCertificate(new X509Certificate(certificate.certificate)),
  };
}

/** Node's types forget the name on the client's side of a connection. */
function serverNameOf(socket: TLSSocket & { readonly servername?: string | false | null }): string | null {
  const { servername } = socket;
  return typeof servername === 'string' && servername !== '' ? servername : null;
}
