import type { Finding } from '../../judgement/finding.js';
import type { Judge } from '../../contract/judge.js';
import type { Exchange } from '../../trace/exchange.js';
import type { ProvedRule, Redaction } from '../../trace/mask/redaction.js';
import { compareJudgements } from './compare-judgements.js';
import { maskedPlaces } from './masked-places.js';
import { standInExchange } from '../../trace/stand-in/stand-in-exchange.js';

/**
 * Lines of the redaction ledger for what the judge said of raw values and would not say of their stand-ins. With them
 * `verify` comes to the recorded judgement from the masked exchange alone. `masked` holds the judgement of the raw exchange.
 */
export function proveRules(masked: Exchange, redactions: readonly Redaction[], judge: Judge): readonly Redaction[] {
  if (masked.judgement === null) return [];
  const again = judge(standInExchange(masked, redactions).exchange);
  const { violated, kept } = compareJudgements(masked.judgement, again, maskedPlaces(redactions));
  const lineOf =
    (outcome: ProvedRule['outcome']) =>
    ({ rule, where, contract }: Finding): Redaction => ({
      ...{ exchangeId: masked.id, pointer: where, rule, kind: 'rule' },
      ...{ label: null, length: null, place: null, facts: null },
      proved: { outcome, contract },
    });
  return [...violated.map(lineOf('violated')), ...kept.map(lineOf('kept'))];
}
