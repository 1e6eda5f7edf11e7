import type { TargetClass } from '../../target/target.js';
import type { Connection, ShownCertificate, TrustAnchor } from '../../trace/connection.js';

/** What the target is, as far as its connections show. `unproven`: they do not show that it is another machine's. */
export type ShownClass = TargetClass | 'unproven';

/** A host that was called, with everything it resolved and connected to. Lists are sorted. */
export interface OriginHost {
  readonly host: string;
  readonly port: number;
  /** What the resolver said. */
  readonly addresses: readonly string[];
  /** Where connections ended; of a proxy when the route is one. */
  readonly connectedTo: readonly string[];
  readonly routes: readonly Connection['route'][];
  readonly connections: number;
  /** Connections that the server hung up on in answer to our certificate. */
  readonly refused: number;
  /** ISO 8601, harness clock. */
  readonly firstAt: string;
  readonly lastAt: string;
}

/** A kind of handshake that was made, and how often. */
export interface OriginTls {
  readonly version: string;
  readonly cipher: string;
  readonly protocol: string | null;
  readonly serverName: string | null;
  readonly connections: number;
}

/** A certificate the server showed, with its chain, and how often. */
export interface OriginServerCertificate {
  readonly chain: readonly ShownCertificate[];
  readonly alternativeNames: string;
  readonly trust: TrustAnchor;
  readonly connections: number;
}

/** A certificate we showed, or none, and how often. */
export interface OriginClientCertificate {
  readonly identity: string;
  readonly certificate: ShownCertificate | null;
  readonly connections: number;
}

/** The target's clock beside ours, from its Date headers, which have whole seconds. */
export interface OriginClock {
  /** Answers with a Date header. */
  readonly samples: number;
  /** Target's time minus ours at the middle of a call, milliseconds; null without samples. */
  readonly offsetMs: { readonly min: number; readonly median: number; readonly max: number } | null;
  /** Time between the first and the last sample on our clock, and how much the target's moved more (milliseconds). */
  readonly spanMs: number;
  readonly driftMs: number;
  /** The target's time of its first and last answer, ISO 8601; null without samples. */
  readonly first: string | null;
  readonly last: string | null;
}

/** A header by which the target names each request. */
export interface OriginRequestIds {
  readonly header: string;
  readonly answers: number;
  /** Values seen once or more; equal to `answers` where every request has its own. */
  readonly distinct: number;
  readonly first: string;
  readonly last: string;
}

/** A header about what answered or lay between, with one of its values. */
export interface OriginServer {
  readonly header: string;
  readonly value: string;
  readonly answers: number;
}

/** Where a run's traffic went, as its recorded connections and answers show. Derived from the pack alone. */
export interface Origin {
  readonly shown: ShownClass;
  /** Why, as a sentence. */
  readonly why: string;
  readonly hosts: readonly OriginHost[];
  readonly tls: readonly OriginTls[];
  readonly serverCertificates: readonly OriginServerCertificate[];
  readonly clientCertificates: readonly OriginClientCertificate[];
  readonly clock: OriginClock;
  readonly requestIds: readonly OriginRequestIds[];
  readonly servers: readonly OriginServer[];
  /** Calls the run made of the target, and how many of them were answered. */
  readonly calls: number;
  readonly answered: number;
  /** Scenarios some of whose calls went to a server of ours beside the target, without being marked as replayed. Sorted. */
  readonly beside: readonly string[];
  /** Where the record contradicts itself, as sentences; the first of each kind. */
  readonly contradictions: readonly string[];
}
