import { isDeepStrictEqual } from 'node:util';
import type { Contract, HttpMethod } from '../contract/contract.js';
import type { Json } from '../trace/exchange.js';
import { clientRefusal } from './client-error.js';
import type { IdentityName } from './client.js';
import { impossibleResult } from './impossible-result.js';

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
    body: impossibleResult,
  },
];

/** A call about to leave. */
export interface ProductionCall {
  readonly operationId: string | null;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly identity: IdentityName;
  readonly body: Json | undefined;
}

/** Throws CLI-201 or CLI-202 (refused, exit 77) unless the rules list exactly this call. */
export function enforceProductionRules(rules: readonly ProductionRule[], call: ProductionCall): void {
  const { operationId, method, path } = call;
  const rule = rules.find((candidate) => candidate.operationId === operationId);
  if (rule === undefined || operationId === null || rule.method !== method || rule.path !== path) {
    throw clientRefusal('CLI-201', { allowed: rules.map((each) => each.operationId).join(' and '), method, path });
  }
  const given = { body: call.body ?? null, query: call.query, identity: call.identity };
  const expected = { body: rule.body, query: {}, identity: 'program' };
  for (const part of ['body', 'query', 'identity'] as const) {
    if (isDeepStrictEqual(given[part], expected[part])) continue;
    const wanted = expected[part] === null ? 'none' : JSON.stringify(expected[part]);
    throw clientRefusal('CLI-202', { operationId, part, expected: wanted });
  }
}

/**
 * Throws CLI-203 (refused, exit 77) where a contract sends an operation of the rules elsewhere, so that such a run ends
 * before it connects. An operation the contract lacks is never called at all.
 */
export function checkProductionContract(
  contract: Pick<Contract, 'operations'>,
  rules: readonly ProductionRule[],
): void {
  for (const { operationId, method, path } of rules) {
    const operation = contract.operations.get(operationId);
    if (operation === undefined || (operation.method === method && operation.path === path)) continue;
    const received = `${operation.method} ${operation.path}`;
    throw clientRefusal('CLI-203', { operationId, expected: `${method} ${path}`, received });
  }
}
