import { ok, problem } from '../finding.js';
import { connectionLayers, handshakeRule, type ConnectionLayer } from '../handshake-rules.js';
import type { Finding, Layer } from '../layer.js';
import type { ServerFacts } from '../probes/handshake.js';
import type { Subject } from '../subject.js';

const dayMs = 86_400_000;

/** Days before its end from which the target's own certificate is worth a word. */
const worryDays = 5;

/**
 * Examines one of the layers a TLS connection passes; all of them look at the same connection. A refusal of our
 * certificate shows no HTTP answer at all (docs/ip-allowlisting-and-network-security).
 */
export function connectionLayer(layer: ConnectionLayer): Layer['examine'] {
  return async (subject): Promise<Finding> => {
    const { host } = subject.target.baseUrl;
    const handshake = await subject.handshake();
    if (handshake.kind === 'accepted') return accepted[layer](subject, handshake.server);
    const { detail } = handshake.failure;
    const rule = handshakeRule(handshake.failure);
    if (rule.layer === layer) return problem('fail', rule.code, { host, detail: shortDetail(detail) });
    // Only layers before the failing one are examined: those after it need it.
    if (connectionLayers.indexOf(layer) > connectionLayers.indexOf(rule.layer)) {
      throw new Error(`${layer} was examined although ${rule.layer} failed`);
    }
    return ok(passed[layer](host));
  };
}

const accepted: Readonly<Record<ConnectionLayer, (subject: Subject, server: ServerFacts) => Finding>> = {
  connection: ({ target }) => ok(passed.connection(target.baseUrl.host)),
  'server-certificate': ({ clock, target }, { tlsVersion: tls, chain, validTo }) => {
    const days = Math.floor((validTo - clock.now()) / dayMs);
    const issuers = chain.join(' <- ');
    return days < worryDays
      ? problem('warn', 'DOC-215', { tls, chain: issuers, host: target.baseUrl.host, days })
      : ok(`${tls}, ${issuers}, ${days} days left, names the host`);
  },
  'client-certificate': ({ target }) => ok(passed['client-certificate'](target.baseUrl.host)),
};

const passed: Readonly<Record<ConnectionLayer, (host: string) => string>> = {
  connection: (host) => `${host} accepts connections`,
  'server-certificate': () => 'no objection to the certificate of the target',
  'client-certificate': () => 'the target accepted our certificate',
};

/** The innermost cause alone: the outer ones repeat what the message says. */
function shortDetail(detail: string): string {
  return detail.split(' <- ').at(-1) ?? detail;
}
