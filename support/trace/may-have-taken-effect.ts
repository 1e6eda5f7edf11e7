import type { Exchange, FailureClass } from './exchange.js';

/** Failures before a request could be read. */
const neverArrived: ReadonlySet<FailureClass> = new Set<FailureClass>(['tls', 'untrusted', 'lapsed', 'refused', 'dns']);

/**
 * True for a call that may have taken effect although its answer does not say so: none came, or a gateway or a failing server
 * answered in the platform's place. A refusal, a rate limit and a call that never arrived have none.
 */
export function mayHaveTakenEffect({ response, failure }: Pick<Exchange, 'response' | 'failure'>): boolean {
  if (response !== null) return !isWord(response.status);
  return failure === null || !neverArrived.has(failure.class);
}

/** Yes and no are 2xx and 4xx. Source: docs/recipe-program-launch-checklist. */
function isWord(status: number): boolean {
  return (status >= 200 && status <= 299) || (status >= 400 && status <= 499);
}
