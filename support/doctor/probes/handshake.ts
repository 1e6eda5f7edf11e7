import type { X509Certificate } from 'node:crypto';
import { classifyFailure, type Failure } from '../../client/classify-failure.js';
import { chainFrom } from '../../client/connection/shown-certificate.js';
import { createConnector } from '../../client/connector.js';
import type { Clock } from '../../config/clock.js';
import { normalisedHost } from '../../config/hosts.js';
import { commonNameIn } from '../common-name-in.js';
import type { Target } from '../../target/target.js';

/** The server's side of an accepted connection. */
export interface ServerFacts {
  readonly tlsVersion: string;
  /** Subjects from the server's certificate up to its authority, each by common name or organisation. */
  readonly chain: readonly string[];
  /** Milliseconds since the Unix epoch. */
  readonly validTo: number;
}

/** What came of a connection: accepted with our certificate, or why not. */
export type Handshake =
  { readonly kind: 'accepted'; readonly server: ServerFacts } | { readonly kind: 'failed'; readonly failure: Failure };

/** Opens one connection as a run would, sends nothing on it, and closes it. */
export async function shakeHands(target: Target, clock: Clock): Promise<Handshake> {
  const { baseUrl, certificate, serverCa, proxy } = target;
  let server: ServerFacts | null = null;
  return new Promise<Handshake>((resolve) => {
    const failed = (error: unknown) => resolve({ kind: 'failed', failure: classifyFailure(error, null) });
    try {
      const connect = createConnector({
        ...{ serverCa, ownAuthority: target.ownAuthority === true, certificate, proxy: proxy ?? null, clock },
        onConnect: (_socket, { accepted, tls }, shown) => {
          if (accepted) server = factsOf(tls.version, shown);
          return Promise.resolve(null);
        },
      });
      const { protocol, port, host } = baseUrl;
      connect({ protocol, port, host, hostname: normalisedHost(baseUrl) }, (error, socket) => {
        if (error !== null) {
          failed(error);
          return;
        }
        socket.on('error', () => socket.destroy()).destroy();
        if (server === null) failed(new Error('no facts of the connection'));
        else resolve({ kind: 'accepted', server });
      });
    } catch (error) {
      failed(error);
    }
  });
}

function factsOf(tlsVersion: string, shown: X509Certificate | undefined): ServerFacts {
  const chain = chainFrom(shown);
  return {
    tlsVersion,
    chain: chain.map(({ subject }) => commonNameIn(subject)),
    validTo: Date.parse(chain[0]?.validTo ?? ''),
  };
}
