import findMyWay from 'find-my-way';
import type { Contract, Operation } from '../../contract/contract.js';
import { Refusal } from './refusal.js';

/** A path that belongs to an operation. */
export interface Route {
  readonly operation: Operation;
  /** Path parameters, percent-decoded. */
  readonly path: Readonly<Record<string, string>>;
}

/** Finds operations by method and path. */
export interface Router {
  /** Throws a 404 refusal for a path the contract does not have. */
  find(method: string, path: string): Route;
}

/** Routes every operation of the contract; in production the simulations do not exist. Source: docs/sandbox-going-live. */
export function createRouter(contract: Contract, production: boolean): Router {
  const routes = findMyWay({ caseSensitive: true });
  for (const operation of contract.operations.values()) {
    if (production && operation.simulation) continue;
    routes.on(operation.method, operation.path.replace(/\{(\w+)\}/g, ':$1'), neverCalled, operation);
  }
  return {
    find(method, path) {
      const found = isMethod(method) ? routes.find(method, path) : null;
      if (found === null) throw new Refusal('unknown_path');
      return { operation: found.store as Operation, path: pathParameters(found.params) };
    },
  };
}

function isMethod(method: string): method is Operation['method'] {
  return ['GET', 'POST', 'PUT', 'DELETE'].includes(method);
}

function pathParameters(found: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, value ?? '']));
}

/** The router wants a handler; requests are only looked up, so that layers stay in one readable order. */
function neverCalled(): never {
  throw new Error('the router was asked to dispatch');
}
