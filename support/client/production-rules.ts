import { isDeepStrictEqual } from 'node:util';
import type { HttpMethod } from '../contract/contract.js';
import type { Json } from '../trace/exchange.js';
import { clientRefusal } from './client-error.js';

/** A call that may leave for production. */
export interface ProductionRule {
  readonly operationId: string;
  readonly method: HttpMethod;
  /** The only path it may go to, below the base URL: an operator's contract cannot point the id elsewhere. */
  readonly path: string;
  /** The only body it may carry; null for none. */
  readonly body: Json;
}

/**
 * All that production may see: the connection test TM-72 and the guard test TM-73 for a cardholder that cannot exist.
 * Source: docs/sandbox-going-live.
 */
export const productionRules: readonly ProductionRule[] = [
  { operationId: 'listCardholders', method: 'GET', path: '/cardholders', body: null },
  {
    operationId: 'simulateKycResult',
    method: 'POST',
    path: '/staging/kyc/validate',
    body: { cardholderId: 2147483647, result: 'pass' },
  },
];

/** A call about to leave. */
export interface ProductionCall {
  readonly operationId: string | null;
  readonly method: string;
  readonly path: string;
  readonly body: Json | undefined;
}

/** Throws CLI-201 or CLI-202 (refused, exit 77) unless the rules list exactly this call. */
export function enforceProductionRules(rules: readonly ProductionRule[], call: ProductionCall): void {
  const { operationId, method, path } = call;
  const rule = rules.find((candidate) => candidate.operationId === operationId);
  if (rule === undefined || operationId === null || rule.method !== method || rule.path !== path) {
    throw clientRefusal('CLI-201', { allowed: rules.map((each) => each.operationId).join(' and '), method, path });
  }
  if (!isDeepStrictEqual(call.body ?? null, rule.body)) {
    const expected = rule.body === null ? 'no body' : JSON.stringify(rule.body);
    throw clientRefusal('CLI-202', { operationId, expected, part: 'body' });
  }
}
