import type { Validators } from '../../contract/validators.js';
import type { Body } from '../../trace/exchange.js';
import type { JsonObject } from './call.js';
import { Refusal } from './refusal.js';
import type { Route } from './router.js';

/** What of a request the contract speaks about. */
export interface CallParts {
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

/** Refuses (400) a request that breaks the contract. The message names places and expectations, never values. */
export function checkCall(validators: Validators, { operation, path }: Route, parts: CallParts): void {
  if (parts.body.kind === 'text') throw new Refusal('malformed_json');
  const problems = validators.checkRequest(operation.operationId, { path, ...parts });
  if (problems.length === 0) return;
  const described = problems.slice(0, 5).map(({ where, expected }) => `${where} must be ${expected}`);
  throw new Refusal('validation_failed', { problems: described.join('; ') });
}

/** The members of a checked body; none at all where no JSON object came. */
export function membersOf(body: Body): JsonObject {
  if (body.kind !== 'json') return {};
  const { value } = body;
  if (typeof value !== 'object' || value === null || isArray(value))
    throw new Refusal('validation_failed', { problems: '/body must be a JSON object' });
  return value;
}

function isArray(value: object): value is readonly unknown[] {
  return Array.isArray(value);
}
