import { answerLayers, answerRules, bodyKind, isCardholderList, type AnswerLayer } from '../answer-rules.js';
import { ok, problem, skip } from '../finding.js';
import type { Finding, Findings, Layer } from '../layer.js';

/** Examines one of the layers that the answer to `GET /cardholders` tells about; all of them look at the same answer. */
export function answerLayer(layer: AnswerLayer): Layer['examine'] {
  return async ({ listCardholders, target }, findings): Promise<Finding> => {
    const { response, failure } = await listCardholders();
    if (response === null) {
      return problem('fail', 'DOC-302', { detail: failure?.detail ?? 'unknown reason' });
    }
    if (isCardholderList(response)) return ok(passed[layer]);
    const rule = answerRules.find(({ when }) => when(response));
    if (rule === undefined) throw new Error(`no rule for an answer ${response.status}`);
    const { status } = response;
    if (rule.fails === layer) {
      const received = bodyKind(response);
      return problem('fail', rule.code, { status, received, url: target.baseUrl.href, dns: dnsNote(findings) });
    }
    if (answerLayers.indexOf(layer) > answerLayers.indexOf(rule.fails)) {
      throw new Error(`${layer} was examined although ${rule.fails} failed`);
    }
    return rule.silentAbout.includes(layer) ? skip(`an answer ${status} does not tell`) : ok(passed[layer]);
  };
}

const passed: Readonly<Record<AnswerLayer, string>> = {
  'network-access': 'allowlist and reverse DNS let this machine through',
  'api-key': 'accepted',
  envelope: 'GET /cardholders answered 200 with the list envelope: every layer works',
};

/** What the DNS layer found says which of the two causes is likelier. */
function dnsNote(findings: Findings): string {
  return findings.get('dns')?.says ?? 'not examined';
}
