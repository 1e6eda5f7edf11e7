import type { Connection } from '../connection.js';

const times = { validFrom: '2026-01-01T00:00:00.000Z', validTo: '2026-03-31T00:00:00.000Z' } as const;
const sha256 = Array.from({ length: 32 }, () => 'AB').join(':');

/** A connection for a test: accepted, to a host of the documentation's address range that a public root vouches for. */
export function connectionOf(changes: Partial<Connection> = {}): Connection {
  const authority = { subject: 'CN=Root', issuer: 'CN=Root', serialNumber: '01', ...times, sha256 };
  return {
    ...{ id: 'c-000001', at: '2026-01-01T00:00:00.000Z', identity: 'program', server: 'target', accepted: true },
    ...{ host: 'staging.example', port: 443, addresses: ['192.0.2.1'], route: 'direct' },
    ...{ remoteAddress: '192.0.2.1', remotePort: 443, sameMachine: false },
    tls: { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', protocol: 'http/1.1', serverName: 'staging.example' },
    chain: [{ subject: 'CN=staging.example', issuer: 'CN=Root', serialNumber: '02', ...times, sha256 }, authority],
    ...{ alternativeNames: 'DNS:staging.example', trust: 'public-root' },
    clientCertificate: { subject: 'O=T, OU=P, CN=c', issuer: 'CN=Axys', serialNumber: '03', ...times, sha256 },
    ...changes,
  };
}
