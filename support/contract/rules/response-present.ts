import type { FailureClass } from '../../trace/exchange.js';
import { found, notJudged, type JudgeRule } from './judge-rule.js';

/**
 * Failures that are the documented effect of calling with a deliberately wrong identity: without a client certificate, or
 * with one of an unknown issuer, the connection ends before HTTP. Source: docs/ip-allowlisting-and-network-security.
 */
const deliberate: Readonly<Record<string, readonly FailureClass[]>> = {
  'no-certificate': ['tls', 'refused', 'reset'],
  'unknown-issuer': ['tls', 'refused', 'reset'],
};

/** An answer came; or none came and the identity used was meant to get none (the contract's mutualTLS layer). */
export const responsePresent: JudgeRule = {
  id: 'response-present',
  title: 'Every call is answered, unless its identity is one that the TLS layer must reject.',
  part: 'exchange',
  check: ({ exchange, response, inbound }) => {
    const failure = exchange.failure?.class ?? null;
    if (inbound && failure === null) return { kind: 'settled' }; // The answer is our own.
    if (inbound) return notJudged(`The call did not arrive whole (${String(failure)}), so what it says is not known.`);
    if (response !== null) return found([]);
    if (failure === null) return notJudged('The exchange has neither an answer nor a failure.');
    if (deliberate[exchange.identity]?.includes(failure) === true) return { kind: 'settled' };
    return notJudged(`No HTTP answer came (${failure}), so nothing can be said about the target's behaviour.`);
  },
};
