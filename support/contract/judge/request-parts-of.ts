import type { Exchange } from '../../trace/exchange.js';
import type { Contract, Operation } from '../contract.js';
import type { RequestParts } from '../operation/request-parts.js';

/**
 * The parts of a recorded request as the contract speaks of them. A path that belongs to another operation has no path
 * parameters, so that the missing ones are reported.
 */
export function requestPartsOf(contract: Contract, exchange: Exchange, operation: Operation): RequestParts {
  const { method, path, query, headers, body } = exchange.request;
  const match = contract.match(method, path);
  const own = match?.operation.operationId === operation.operationId;
  return { path: own ? match.pathParameters : {}, query, headers, body };
}
