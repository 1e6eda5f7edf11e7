import type { Exchange, Json } from '../../trace/exchange.js';
import type { ObservedTransition } from '../../trace/recorder.js';
import { said } from '../checks/pair-builders.js';

/** For unit tests: traffic that keeps an invariant and traffic that breaks it, once. */
export interface InvariantPair {
  readonly met: Traffic;
  readonly violated: Traffic;
}

/** Exchanges in order with the state changes they showed. */
export interface Traffic {
  readonly exchanges?: readonly Exchange[];
  readonly transitions?: readonly ObservedTransition[];
}

/** Traffic without state changes. */
export const exchanges = (...all: readonly Exchange[]): Traffic => ({ exchanges: all });

/** An accepted answer of an operation at a path, in the second 2026-01-01T00:00:00Z unless told otherwise. */
export const told = (
  operationId: string,
  path: string,
  body: Readonly<Record<string, Json>>,
  more: Parameters<typeof said>[1] = {},
) => said({ status: 'success', ...body }, { operationId, path, date: 'Thu, 01 Jan 2026 00:00:00 GMT', ...more });
