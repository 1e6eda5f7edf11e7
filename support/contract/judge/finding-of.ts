import type { Exchange } from '../../trace/exchange.js';
import { withoutCardNumbers } from '../../card-data/card-number.js';
import type { Operation } from '../contract.js';
import type { Finding } from '../../judgement/finding.js';
import type { Standing } from '../document/places.js';
import type { FindingLevel } from '../../judgement/provenance.js';
import type { SecretWords } from './secrets-of.js';

/** What a rule knows about a finding. */
export interface FindingDetail {
  readonly level: FindingLevel;
  readonly expected: string;
  readonly received: string;
  /** JSON Pointer into the exchange. */
  readonly where: string;
  /** JSON Pointer into the contract document; empty when there is none. */
  readonly contract: string;
  readonly standing: Standing;
}

/** Where a finding comes from. */
export interface FindingOrigin {
  readonly exchange: Exchange;
  readonly operation: Operation | null;
  readonly secrets: SecretWords;
  /** True for a call the platform made to us. */
  readonly inbound: boolean;
}

/** Makes a finding: the sentence, the cause, and no sensitive value of the exchange anywhere in it. */
export function findingOf(rule: string, detail: FindingDetail, origin: FindingOrigin): Finding {
  const safe = (text: string): string => origin.secrets.without(withoutCardNumbers(text));
  const [expected, received, where] = [safe(detail.expected), safe(detail.received), safe(detail.where)];
  const name = origin.operation?.operationId ?? 'probe';
  return {
    rule,
    level: detail.level,
    message: `${speaker(name, where, origin)}: expected ${expected} at ${where}, received ${received}.`,
    expected,
    received,
    where,
    contract: detail.contract,
    provenance: detail.standing.provenance,
    source: detail.standing.source,
    questions: detail.standing.questions,
    cause: [rule, name, detail.contract, withoutIndexes(where)].join(' '),
  };
}

function speaker(name: string, where: string, { exchange, inbound }: FindingOrigin): string {
  if (inbound) return `The platform's call ${name}`;
  const { request, response } = exchange;
  if (where.startsWith('/request')) return `Our request to ${name}`;
  return `${name} (${request.method}) answered ${response?.status ?? 'nothing'}`;
}

/** The same fault in another item of a list, or at another path id, has the same cause. */
function withoutIndexes(where: string): string {
  return where.replace(/\/\d+(?=\/|$)/g, '/*');
}
