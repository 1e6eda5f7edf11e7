import type { FailureClass } from './exchange.js';

/** Failures before a request could be read: it had no effect. */
export const neverArrived: ReadonlySet<FailureClass> = new Set<FailureClass>(['tls', 'refused', 'dns']);
