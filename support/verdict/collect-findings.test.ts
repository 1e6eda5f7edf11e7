import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding, Judgement } from '../judgement/finding.js';
import type { Exchange } from '../trace/exchange.js';
import { collectFindings } from './collect-findings.js';

const finding: Finding = {
  rule: 'response-status',
  level: 'fail',
  message: 'status 500',
  expected: '200',
  received: '500',
  where: '/response/status',
  contract: '',
  provenance: 'documented',
  source: 'docs/error-codes',
  questions: [],
  cause: 'response-status getCard',
};

function exchange(id: string, judgement: Judgement | null, change: Partial<Exchange> = {}): Exchange {
  return {
    id,
    scenario: 's',
    operationId: 'getCard',
    identity: 'program',
    startedAt: '2026-11-21T08:00:00.000Z',
    durationMs: 1,
    attempt: 1,
    request: {
      method: 'GET',
      url: 'https://127.0.0.1/v2/cards/1',
      path: '/cards/1',
      query: {},
      headers: {},
      body: { kind: 'none' },
    },
    response: null,
    failure: null,
    connection: null,
    expectedInvalid: null,
    judgement,
    ...change,
  };
}

const nothing = { finding: () => false, failure: () => false };
const everything = { finding: () => true, failure: () => true };

test('findings keep their exchange and whether a step announced them', () => {
  const violating = exchange('x-000001', { outcome: 'violating', findings: [finding] });
  assert.equal(collectFindings([violating], nothing).findings[0]?.expected, false);
  assert.equal(collectFindings([violating], everything).findings[0]?.expected, true);
  assert.equal(collectFindings([violating], nothing).findings[0]?.exchangeId, 'x-000001');
});

test('an exchange the judge never saw is not judged, even when everything is announced', () => {
  assert.deepEqual(collectFindings([exchange('x-000002', null)], everything).notJudged, [
    { exchangeId: 'x-000002', reason: 'the judge never saw it' },
  ]);
});

test('only an announced connection failure excuses a missing judgement', () => {
  const judgement: Judgement = { outcome: 'not-judged', reason: 'no answer', findings: [] };
  const rejected = exchange('x-000003', judgement, { failure: { class: 'tls', detail: 'closed' } });
  assert.deepEqual(collectFindings([rejected], everything).notJudged, []);
  assert.equal(collectFindings([rejected], nothing).notJudged.length, 1);
});
