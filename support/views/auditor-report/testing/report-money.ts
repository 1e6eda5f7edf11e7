import type { Reconciliation } from '../../../reconciliation/reconcile.js';
import type { OriginReport } from '../../../evidence/origin/origin-report.js';
import type { InvariantOutcome } from '../../../verdict/invariant.js';
import { anOrigin } from '../../../evidence/testing/sample-origin.js';

const nothing = { ledger: 0, available: 0 };

/** A reconciliation with an account, a data set, a difference and money under way, whose words are `text`. */
export function someMoney(text: string): Reconciliation {
  const holder = `card:${text}` as const;
  return {
    currency: 'USD',
    amountForm: { form: 'literal', proof: 'known-amount', exchangeIds: ['x-000003'], text, amount: 1000 },
    accounts: [
      {
        ...{ holder, opened: false, opening: nothing, moved: nothing, closing: nothing, afterwards: nothing },
        ...{ api: { ledger: 1, available: -1 }, difference: { ledger: 1, available: -1 }, status: 'differs' },
        ...{ readings: 3, lastExchangeId: 'x-000004' },
      },
    ],
    dataSets: [
      {
        ...{ holder, dataSet: 'card-transactions', status: 'read in part', movements: 2, ownAmount: null, unread: 1 },
        ...{ records: 1, apiAmount: 500, exchangeId: null },
      },
      {
        ...{ holder, dataSet: 'card-fees', status: 'not read', movements: 0, ownAmount: 0, unread: 0 },
        ...{ records: 0, apiAmount: 0, exchangeId: null },
      },
    ],
    totals: [],
    differences: [
      {
        ...{ code: 'conversion-spread', class: 'review', holders: [holder], movements: [], amount: -7, message: text },
        ...{ exchangeIds: ['x-000004', 'x-999999'], source: 'docs/funding-and-deposits', questions: ['C-07'] },
      },
    ],
    open: [{ movement: 'm-0001', holder, words: text, exchangeId: 'x-000002' }],
    counts: { movements: 1, entries: 2, readings: 3, earlierRecords: 0 },
    harnessOnly: ['x-000008'],
  };
}

/** A proof of origin whose facts contradict what the run says, in the words of `text`. */
export function someOrigin(text: string): OriginReport {
  const certificate = { subject: text, issuer: text, serialNumber: text, validFrom: text, validTo: text, sha256: text };
  const serverCertificates = [
    { chain: [certificate], alternativeNames: text, trust: 'own-authority', connections: 2 },
  ] as const;
  const facts = anOrigin({ shown: 'unproven', why: text, contradictions: [text], serverCertificates });
  return { claimed: 'emulator', ...facts, issuedIds: [], shows: text, doesNotProve: text };
}

/** A rule over all traffic that four places broke. */
export function aBrokenRule(text: string): InvariantOutcome {
  const violation = { exchangeIds: ['x-000003'], message: text };
  return {
    ...{ id: 'broken', title: text, provenance: 'documented', source: 'docs/funding-and-deposits', level: 'fail' },
    ...{ evaluated: 9, violations: [violation, violation, violation, violation] },
  };
}
