import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CapabilityClaim } from './capability-claim.js';
import type { RequirementContext } from './requirement-context.js';
import type { Requirement } from './requirement.js';
import { rollUpRequirements } from './roll-up-requirements.js';
import type { ScenarioResult } from './scenario-result.js';
import { aCheck, aClaim, aContext, aFinding, aResult, aRow } from './testing/samples.js';

interface Setting {
  readonly row?: Partial<Requirement>;
  readonly results?: readonly ScenarioResult[];
  readonly context?: Partial<RequirementContext>;
}

function outcomeOf({ row = {}, results = [aResult()], context = {} }: Setting) {
  const [result] = rollUpRequirements([aRow(row)], results, aContext(context));
  assert.ok(result);
  return result;
}

const attestation = { requirement: 'TM-29', by: 'A. Person', on: '2026-11-21', statement: 'I saw it' };
const organic: Partial<Requirement> = { trigger: 'organic', level: 'SHOULD' };
const forPeople: Partial<Requirement> = { trigger: 'people', people: 'Answer the SMS.', proves: [] };

const cases: readonly [string, Setting, string, RegExp | null][] = [
  ['every proving check met', {}, 'demonstrated', null],
  [
    'an advisory on the way',
    { results: [aResult({ verdict: 'advisory' })] },
    'demonstrated-with-advisory',
    /^advisory in/,
  ],
  ['a review on the way', { results: [aResult({ verdict: 'review' })] }, 'demonstrated-with-advisory', /^review in/],
  ['a failed scenario', { results: [aResult({ verdict: 'fail' })] }, 'contradicted', /failed/],
  [
    'one failed scenario among good ones',
    { results: [aResult(), aResult({ id: 'b', verdict: 'fail' })] },
    'contradicted',
    /failed/,
  ],
  ['no scenario', { results: [] }, 'not-demonstrated', /no scenario ran/],
  [
    'only scenarios that do not apply',
    { results: [aResult({ verdict: 'not-applicable', checks: [], reason: 'WLD-104: no funded wallet' })] },
    'not-demonstrated',
    /no scenario of the row applies: WLD-104: no funded wallet/,
  ],
  ['schema checks alone', { results: [aResult({ checks: [] })] }, 'not-demonstrated', /not met: card-active/],
  ['a row that names no check', { row: { proves: [] } }, 'not-demonstrated', /names no proving check/],
  [
    'one of two checks met',
    { row: { proves: ['card-active', 'card-held'] } },
    'not-demonstrated',
    /not met: card-held$/,
  ],
  [
    'a variant is another check',
    { row: { proves: ['card-active:physical'] } },
    'not-demonstrated',
    /card-active:physical/,
  ],
  [
    'a proving check met once and violated once',
    {
      results: [
        aResult(),
        aResult({ id: 'b', verdict: 'review', checks: [aCheck({ outcome: 'violated', provenance: 'assumed' })] }),
      ],
    },
    'not-demonstrated',
    /not met/,
  ],
  [
    'met by a scenario of another row',
    { results: [aResult({ requirements: ['TM-30'] })] },
    'not-demonstrated',
    /no scenario ran/,
  ],
  [
    'met by a scenario about the harness',
    { results: [aResult({ tags: ['@TM-29', '@self'] })] },
    'not-demonstrated',
    /no scenario/,
  ],
  [
    'failed in a scenario about the harness',
    { results: [aResult(), aResult({ id: 'b', verdict: 'fail', tags: ['@self'] })] },
    'demonstrated',
    null,
  ],
  [
    'an inconclusive scenario',
    { results: [aResult({ verdict: 'inconclusive' })] },
    'not-demonstrated',
    /^inconclusive in/,
  ],
  [
    'a vacuous scenario beside a good one',
    { results: [aResult(), aResult({ id: 'b', verdict: 'vacuous' })] },
    'not-demonstrated',
    /^vacuous/,
  ],
  ['an unknown word', { results: [aResult({ verdict: 'green' as 'pass' })] }, 'not-demonstrated', /green in/],
  [
    'held back',
    { results: [aResult({ verdict: 'not-run', reason: 'trigger unconfirmed' })] },
    'not-demonstrated',
    /^trigger unconfirmed$/,
  ],
  ['a capability the Program lacks', { row: { needs: ['sumsub'] } }, 'not-applicable', /capabilities\.sumsub/],
  [
    'a capability denied against what the target shows',
    { row: { needs: ['sumsub'] }, context: { claims: new Map([['sumsub', aClaim('contradicted')]]) } },
    'not-applicable',
    /capabilities\.sumsub is false in the program profile; review: the target contradicts it: it showed one/,
  ],
  [
    'a capability denied and not looked for',
    { row: { needs: ['sumsub'] }, context: { claims: new Map([['sumsub', aClaim('not-probed')]]) } },
    'not-applicable',
    /; not probed: it showed one/,
  ],
  ['the phase after go-live', { row: { phase: 'go-live' } }, 'not-applicable', /go-live/],
  [
    'the phase after go-live on staging',
    { row: { phase: 'go-live' }, context: { environment: 'staging' } },
    'not-applicable',
    /staging/,
  ],
  [
    'the phase before go-live on production',
    { context: { environment: 'production' } },
    'not-applicable',
    /production/,
  ],
  [
    'another rule',
    { context: { notApplicable: new Map([['TM-29', 'webhookUrl is null']]) } },
    'not-applicable',
    /webhookUrl/,
  ],
  [
    'not applicable but contradicted',
    { row: { needs: ['sumsub'] }, results: [aResult({ verdict: 'fail' })] },
    'contradicted',
    null,
  ],
  ['not selected', { results: [], context: { selected: new Set(['TM-30']) } }, 'out-of-scope', /not selected/],
  ['selected', { context: { selected: new Set(['TM-29']) } }, 'demonstrated', null],
  ['a row for people', { row: forPeople, results: [] }, 'not-demonstrated', /^for people: Answer the SMS/],
  [
    'an attested row for people',
    { row: forPeople, results: [], context: { attestations: [attestation] } },
    'demonstrated',
    /^attested by A\. Person/,
  ],
  [
    'left to people on this target',
    { results: [], context: { forPeople: new Map([['TM-29', 'Read the card.']]) } },
    'not-demonstrated',
    /Read the card/,
  ],
  [
    'attested although software drives it',
    { results: [], context: { attestations: [attestation] } },
    'not-demonstrated',
    /changes nothing/,
  ],
  [
    'attested although it does not apply',
    { row: { needs: ['sumsub'] }, context: { attestations: [attestation] } },
    'not-applicable',
    /changes nothing/,
  ],
  ['an organic outcome seen', { row: { trigger: 'organic', level: 'SHOULD' } }, 'demonstrated', /^observed$/],
  [
    'an organic outcome not seen',
    {
      row: { trigger: 'organic', level: 'SHOULD' },
      results: [
        aResult({ verdict: 'advisory', reason: 'not observed', checks: [aCheck({ outcome: 'undetermined' })] }),
        aResult({ id: 'b', checks: [] }),
      ],
    },
    'not-demonstrated',
    /^not observed in 2$/,
  ],
  [
    'an organic outcome seen once, and once not to the end',
    { row: organic, results: [aResult(), aResult({ id: 'b', verdict: 'inconclusive', reason: 'no answer' })] },
    'demonstrated-with-advisory',
    /^observed; inconclusive in "Block a card": no answer$/,
  ],
  [
    'an organic outcome seen and not handled',
    { row: { ...organic, proves: ['card-active', 'ticket-raised'] } },
    'not-demonstrated',
    /^observed, but not met: ticket-raised$/,
  ],
  ['an organic row without an attempt', { row: organic, results: [] }, 'not-demonstrated', /no scenario ran/],
];

for (const [name, setting, outcome, reason] of cases) {
  test(`${name}: ${outcome}`, () => {
    const result = outcomeOf(setting);
    assert.equal(result.outcome, outcome);
    if (reason !== null) assert.match(result.reason ?? '', reason);
  });
}

test('attested rows carry the mark, all others the marks of their scenarios', () => {
  assert.deepEqual(outcomeOf({ row: forPeople, results: [], context: { attestations: [attestation] } }).marks, [
    'attested',
  ]);
  assert.deepEqual(outcomeOf({ results: [aResult({ marks: ['harness-only', 'simulated'] })] }).marks, [
    'simulated',
    'harness-only',
  ]);
});

test('a rejecting finding also counts under the row of its operation', () => {
  const rows = [aRow(), aRow({ id: 'TM-27', title: 'Deposit addresses' })];
  const results = [aResult({ verdict: 'fail', findings: [aFinding({ operationId: 'getCard' })] })];
  const outcomes = rollUpRequirements(rows, results, aContext()).map(({ id, outcome }) => [id, outcome]);
  assert.deepEqual(outcomes, [
    ['TM-29', 'contradicted'],
    ['TM-27', 'contradicted'],
  ]);
});

test('a finding outside every scenario counts under the row of its operation, an announced one does not', () => {
  const stray = aFinding({ operationId: 'setCardStatus' });
  assert.equal(outcomeOf({ context: { strayFindings: [stray] } }).outcome, 'contradicted');
  assert.equal(outcomeOf({ context: { strayFindings: [{ ...stray, expected: true }] } }).outcome, 'demonstrated');
  assert.equal(outcomeOf({ context: { strayFindings: [{ ...stray, level: 'advisory' }] } }).outcome, 'demonstrated');
});

test('an organic outcome that came in a scenario of another row is told', () => {
  const state = { at: '2026-11-21T08:00:00.000Z', state: 'status 7', exchangeId: 'x-000001' };
  const wait = { for: 'the review to end', deadlineSeconds: 1, startedAt: state.at, endedAt: state.at, met: true };
  const results = [
    aResult({ id: 'a', requirements: ['TM-04'], checks: [] }),
    aResult({ id: 'b', name: 'Polled patiently', requirements: ['TM-07'], waits: [{ ...wait, timeline: [state] }] }),
  ];
  const [row] = rollUpRequirements([aRow({ ...organic, id: 'TM-04' })], results, aContext());
  assert.match(row?.reason ?? '', /^not observed in 1; status 7 came in "Polled patiently"/);
});

test('only a row whose claim the target contradicts is marked for a review', () => {
  const denied = { needs: ['sumsub'] } as const;
  const claims = (outcome: CapabilityClaim['outcome']) => ({ claims: new Map([['sumsub', aClaim(outcome)] as const]) });
  assert.equal(outcomeOf({ row: denied, context: claims('contradicted') }).review, true);
  assert.equal(outcomeOf({ row: denied, context: claims('upheld') }).review, undefined);
  assert.equal(outcomeOf({ context: claims('contradicted') }).review, undefined);
});

test('each scenario is asked for its rows as often for one row as for fifty', () => {
  const asked = (rows: number) => {
    let reads = 0;
    const result: ScenarioResult = {
      ...aResult(),
      get requirements() {
        reads += 1;
        return ['TM-29'];
      },
    };
    const catalogue = Array.from({ length: rows }, (_, index) => aRow({ id: `TM-${String(29 + index)}` }));
    assert.equal(rollUpRequirements(catalogue, [result], aContext())[0]?.outcome, 'demonstrated');
    return reads;
  };
  assert.equal(asked(50), asked(1));
});
