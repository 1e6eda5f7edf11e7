import type { Body } from '../../trace/exchange.js';

/** A request as it arrived or is about to leave, in the parts the contract speaks of. */
export interface RequestParts {
  /** Percent-decoded path parameters. */
  readonly path: Readonly<Record<string, string>>;
  /** Percent-decoded query parameters. */
  readonly query: Readonly<Record<string, string>>;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}
