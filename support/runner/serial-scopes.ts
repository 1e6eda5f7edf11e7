import hooks from 'node:async_hooks';
import { SerialScope } from './serial-scope.js';

// Imported before Cucumber is: each of its steps and hooks knows its world through a scope that it makes when it is loaded. A run
// here has one scenario at a time, and following every promise would cost a fourteenth of its CPU.

const { AsyncLocalStorage } = hooks;
Object.assign(hooks, { AsyncLocalStorage: SerialScope });

/** Whoever is loaded after this makes scopes of Node's own again. */
export function giveBackScopes(): void {
  Object.assign(hooks, { AsyncLocalStorage });
}
