/** A certificate as somebody showed it. Names as OpenSSL prints them, `O=Axys, CN=host`; times ISO 8601. */
export interface ShownCertificate {
  readonly subject: string;
  readonly issuer: string;
  /** Hex, as in the certificate. */
  readonly serialNumber: string;
  readonly validFrom: string;
  readonly validTo: string;
  /** SHA-256 fingerprint, upper-case hex with colons. */
  readonly sha256: string;
}

/**
 * Whose authority vouched for a server: one that every installation of Node carries, the one named by AXYS_CA_PATH, the one
 * this process made for a server of its own, or one the machine adds.
 */
export type TrustAnchor = 'public-root' | 'configured' | 'own-authority' | 'machine';

/** What a connection shows about itself: everything a proof of origin rests on, and nothing secret. */
export interface ConnectionFacts {
  /** True when the server took our certificate; false when it hung up in answer to it. */
  readonly accepted: boolean;
  /** How many tries it took, where a handshake broke off before this one; absent for one. */
  readonly tries?: number;
  /** What was asked for, host in lower case. */
  readonly host: string;
  readonly port: number;
  /** Every address the resolver gave for the host; empty when a proxy resolved it. */
  readonly addresses: readonly string[];
  /** `proxy` when a tunnel led there: then the remote address is the proxy's. */
  readonly route: 'direct' | 'proxy';
  readonly remoteAddress: string;
  readonly remotePort: number;
  /** True when the other end of the socket is this machine. */
  readonly sameMachine: boolean;
  readonly tls: {
    readonly version: string;
    readonly cipher: string;
    /** Null where none was agreed on (ALPN). */
    readonly protocol: string | null;
    /** Name in the handshake (SNI); null for an address. */
    readonly serverName: string | null;
  };
  /** The server's certificate first, its authority last. */
  readonly chain: readonly ShownCertificate[];
  /** Names the server's certificate speaks for, as OpenSSL prints them. */
  readonly alternativeNames: string;
  readonly trust: TrustAnchor;
  /** What we showed; null for none. Never the key. */
  readonly clientCertificate: ShownCertificate | null;
}

/** One connection of a run: a line of exchanges/connections.ndjson, written before anything is sent on it. */
export interface Connection extends ConnectionFacts {
  /** `c-000001`, counted per run; exchanges name it. */
  readonly id: string;
  /** Harness clock, ISO 8601 with milliseconds. */
  readonly at: string;
  /** Who called, as in exchanges. */
  readonly identity: string;
  /** `own` for a server that the harness started beside the target, to prove itself. */
  readonly server: 'target' | 'own';
}
