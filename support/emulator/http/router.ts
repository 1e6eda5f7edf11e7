import findMyWay from 'find-my-way';
import type { Contract, Operation } from '../../contract/contract.js';
import { Refusal } from './refusal.js';

/** A path that belongs to an operation. */
export interface Route {
  readonly operation: Operation;
  /** Path parameters, percent-decoded. */
  readonly path: Readonly<Record<string, string>>;
}

/** True for a simulation in production: the call is known by name, and there is no such path. Source: docs/sandbox-going-live. */
export function isAbsent({ operation }: Route, production: boolean): boolean {
  return production && operation.simulation;
}

/** Finds operations by method and path. */
export interface Router {
  /** Throws a 404 refusal for a path the contract does not have. */
  find(method: string, path: string): Route;
}

/** An operation with the names of its path parameters, in order. */
interface Target {
  readonly operation: Operation;
  readonly names: readonly string[];
}

/** Routes every operation of the contract. */
export function createRouter(contract: Contract): Router {
  const routes = findMyWay({ caseSensitive: true });
  for (const operation of contract.operations.values()) {
    const names: string[] = [];
    // A document may name a parameter with characters the router gives a meaning to, so it only sees positions.
    const pattern = operation.path.replace(/\{([^}]+)\}/g, (_whole, name: string) => `:p${names.push(name) - 1}`);
    const target: Target = { operation, names };
    routes.on(operation.method, pattern, neverCalled, target);
  }
  return {
    find(method, path) {
      const found = isMethod(method) ? routes.find(method, path) : null;
      if (found === null) throw new Refusal('unknown_path');
      const { operation, names } = found.store as Target;
      // The router takes nothing at all for a parameter; a path that ends early is no path of the contract.
      if (Object.values(found.params).includes('')) throw new Refusal('unknown_path');
      return {
        operation,
        path: Object.fromEntries(names.map((name, index) => [name, found.params[`p${index}`] ?? ''])),
      };
    },
  };
}

function isMethod(method: string): method is Operation['method'] {
  return ['GET', 'POST', 'PUT', 'DELETE'].includes(method);
}

/** The router wants a handler; requests are only looked up, so that layers stay in one readable order. */
function neverCalled(): never {
  throw new Error('the router was asked to dispatch');
}
