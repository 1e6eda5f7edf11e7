import type { Clock } from '../config/clock.js';
import type { Configuration } from '../config/configuration.js';
import type { Target } from '../target/target.js';
import type { Exchange } from '../trace/exchange.js';
import type { Handshake } from './probes/handshake.js';
import type { NameResolver } from './probes/name-resolver.js';

/** What doctor looks at, and the ways it may look. Layers only see this. */
export interface Subject {
  readonly configuration: Configuration;
  readonly target: Target;
  readonly clock: Clock;
  readonly resolver: NameResolver;
  /** One TLS connection with our certificate; made once, however often it is asked for. */
  readonly handshake: () => Promise<Handshake>;
  /** One `GET /cardholders`, the only request ever sent; made once, however often it is asked for. */
  readonly listCardholders: () => Promise<Exchange>;
}

/** True when the harness started the target itself. */
export function isEmbedded({ configuration }: Subject): boolean {
  return configuration.baseUrl === null;
}
