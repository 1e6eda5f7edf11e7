import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { lifecycleFolder } from '../../../lifecycle/lifecycle-folder.js';
import { lifecycleNames } from '../../../lifecycle/lifecycle.js';
import { someComparison } from '../../../diff/dossier/testing/sample-comparison.js';
import type { Exchange, Json } from '../../../trace/exchange.js';
import type { ObservedTransition } from '../../../trace/recorder.js';
import { aCheck, aFinding, aResult, aRow, aStep } from '../../../verdict/testing/samples.js';
import { anExchange, aRecording, aRun } from '../../../evidence/testing/sample-run.js';
import type { ViewSource } from '../../view.js';
import { someCoverage } from './report-coverage.js';
import { aBrokenRule, someMoney, someOrigin } from './report-money.js';

const scenario = 'deposits/crypto:a-deposit-is-booked';
const at = (seconds: number): string => new Date(Date.UTC(2026, 10, 21, 8, 0, seconds)).toISOString();

const answered = (id: string, status: number, value: Json, change: Partial<Exchange> = {}): Exchange =>
  anExchange({
    ...{ id, scenario, response: { status, headers: {}, body: { kind: 'json', value, duplicateKeys: [] } } },
    ...change,
  });

function reading(id: string, second: number, [ledger, available]: readonly [number, number]): Exchange {
  const request = { ...anExchange().request, path: '/cards/7/balance' };
  const value = { status: 'success', ledgerBalance: ledger, availableBalance: available };
  return answered(id, 200, value, { operationId: 'getCardBalance', startedAt: at(second), request });
}

function moved(to: string, from: string, [second, exchangeId]: readonly [number, string]): ObservedTransition {
  const ids = { none: 'crypto-sent', 'in-flight': 'crypto-confirmed', ledger: 'crypto-available' };
  const transition = ids[from as keyof typeof ids];
  return {
    ...{ entity: 'deposit', entityId: 'card-7/x-000002', from, to, transition, collapsed: false },
    ...{ scenario, exchangeId, at: at(second) },
  };
}

/**
 * A run with a row of every kind, in which everything that comes from a target, a profile or a person holds `text`:
 * names, bodies, headers, addresses, sentences.
 */
export function reportSource(text: string): ViewSource {
  const request = { ...anExchange().request, path: `/cards/${text}`, headers: { 'x-odd': text }, query: { q: text } };
  const refused = answered(
    'x-000005',
    409,
    { status: 'error', code: text, message: text },
    {
      ...{ scenario: 'cards/hold:block-a-card', operationId: text, request, expectedInvalid: text },
      judgement: { outcome: 'not-judged', reason: text, findings: [] },
    },
  );
  const exchanges = [
    answered('x-000002', 200, { status: 'success', [text]: [text] }, { operationId: 'simulateCryptoDeposit' }),
    ...[reading('x-000003', 1, [0, 0]), reading('x-000004', 2, [1000, 0]), reading('x-000006', 4, [1000, 1000])],
    refused,
    anExchange({ id: 'x-000007', scenario: null, response: null, failure: { class: 'tls', detail: text } }),
    anExchange({
      id: 'x-000008',
      replayed: true,
      response: { status: 503, headers: {}, body: { kind: 'text', text, problem: text } },
    }),
  ];
  const deposit = aResult({
    ...{ id: scenario, name: text, feature: 'deposits/crypto.feature', line: 4, requirements: ['TM-36'] },
    ...{ exchangeIds: ['x-000002', 'x-000003', 'x-000004', 'x-000006'] },
    steps: [aStep({ text, exchangeIds: ['x-000002', 'x-000003', 'x-000004', 'x-000006'] })],
    checks: [aCheck({ id: 'booked', expected: text, received: text, exchangeIds: ['x-000004'] })],
    waits: [
      {
        ...{ for: text, deadlineSeconds: 20, met: true, startedAt: at(1), endedAt: at(4) },
        timeline: [{ at: at(1), state: text, exchangeId: 'x-000003' }],
      },
    ],
  });
  const failed = aResult({
    ...{
      verdict: 'fail',
      reason: text,
      exchangeIds: ['x-000005', 'x-000008'],
      problem: { code: 'unexpected', message: text },
    },
    checks: [aCheck({ outcome: 'violated', expected: text, received: text })],
    findings: [aFinding({ message: text, exchangeId: 'x-000005' })],
  });
  const catalogue = [
    aRow({ categories: ['state-transitions', 'error-handling'] }),
    aRow({
      ...{ id: 'TM-36', title: text, origin: 'official', proves: ['booked'], verify: text },
      categories: ['reconciliation'],
    }),
    aRow({ id: 'TM-42', trigger: 'people', people: text, proves: [], categories: ['call-traces'] }),
  ];
  const features = {
    'plan/features/deposits/crypto.feature': `Feature: deposits\n\n  @TM-36\n  Scenario: ${text}\n    Given ${text}\n`,
  };
  const lifecycles = lifecycleNames.map((name) => [
    `plan/lifecycle/${name}.yaml`,
    readFileSync(join(lifecycleFolder, `${name}.yaml`), 'utf8'),
  ]);
  const changes = [
    moved('in-flight', 'none', [0, 'x-000002']),
    moved('ledger', 'in-flight', [2, 'x-000004']),
    moved('available', 'ledger', [4, 'x-000006']),
    { ...moved('available', text, [4, 'x-000006']), transition: 'unlisted' },
  ];
  const run = aRun([deposit, failed], catalogue);
  return {
    run: {
      ...run,
      facts: { ...run.facts, program: text },
      comparison: someComparison(text),
      invariants: [aBrokenRule(text), { ...aBrokenRule(text), id: 'never', evaluated: 0, violations: [] }],
      origin: someOrigin(text),
      reconciliation: someMoney(text),
      findings: [
        {
          ...{ id: text, level: 'fail', count: 1, message: text },
          occurrences: [{ scenario, exchangeId: 'x-000005', curl: text, replay: text }],
        },
      ],
      questions: [
        {
          ...{
            id: 'C-01',
            question: text,
            answer: text,
            exchangeIds: ['x-000003'],
            state: 'answered',
            conflicting: true,
            seen: [],
          },
          sources: ['docs/a-page', text],
        },
      ],
      coverage: someCoverage(text),
      waivers: [
        {
          ...{ requirement: 'TM-29', rule: text, reason: text, by: text, expires: '2026-12-31', state: 'used' },
          items: [text],
        },
      ],
      testScripts: {
        command: text,
        scripts: [
          {
            ...{ requirement: 'TM-29', title: text, level: 'MUST', outcome: 'contradicted', why: text, command: text },
            ...{ needs: [text], calls: [], creates: {} },
            scenarios: [{ id: scenario, name: text, verdict: null, steps: [text] }],
          },
        ],
      },
    },
    recorded: {
      ...aRecording(exchanges, { ...features, ...(Object.fromEntries(lifecycles) as Record<string, string>) }),
      transitions: () => Readable.from(changes),
    },
  };
}
