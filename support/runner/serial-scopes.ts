import hooks from 'node:async_hooks';
import { SerialScope } from './serial-scope.js';

const name = 'AsyncLocalStorage';

/**
 * Puts our scope in the place of Node's in a module of this form, and returns what gives it back. Node 22 and newer show theirs by
 * a getter. One that cannot be replaced stays: that is slower, and nothing else.
 */
export function takeScopes(module: object): () => void {
  const own = Object.getOwnPropertyDescriptor(module, name);
  if (own?.configurable !== true) return () => undefined;
  Object.defineProperty(module, name, { value: SerialScope, configurable: true, enumerable: true, writable: true });
  return () => {
    Object.defineProperty(module, name, own);
  };
}

/**
 * Whoever is loaded after this makes scopes of Node's own again. Before that Cucumber is loaded: each of its steps and hooks knows
 * its world through a scope that it makes then. A run here has one scenario at a time, and following every promise would cost
 * a fourteenth of its CPU.
 */
export const giveBackScopes = takeScopes(hooks);
