import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckRecord } from '../../../verdict/check.js';
import { aCheck, aFinding } from '../../../verdict/testing/samples.js';
import type { ScenarioResult } from '../../../verdict/scenario-result.js';
import { compareBehaviour, type ChangesOfContract } from '../compare-behaviour.js';
import { learnNoise } from '../noise.js';
import type { ObservedRequirement } from '../observed-behaviour.js';
import { digest, observed, type SmallRun } from '../testing/observed-exchanges.js';

const row = (outcome: ObservedRequirement['outcome'], scenarios: readonly string[] = ['a']): ObservedRequirement => ({
  ...{ id: 'TM-27', title: 'Reads', outcome, marks: [], reason: null, scenarios },
});
const checked = (change: Partial<CheckRecord> = {}) => [aCheck({ exchangeIds: ['x-000001'], ...change })];
const passed: Partial<ScenarioResult> = { id: 'a', checks: checked() };
const broken: Partial<ScenarioResult> = {
  id: 'a',
  verdict: 'fail',
  checks: checked({ outcome: 'violated', received: 'issuerCardStatus 2' }),
};
const before: SmallRun = { calls: [{ answer: { status: 1 } }], results: [passed], requirements: [row('demonstrated')] };
const after: SmallRun = { calls: [{ answer: { status: 1 } }], results: [broken], requirements: [row('contradicted')] };
const otherBuild = {
  version: '0.2.0',
  commit: null,
  codeSha256: digest('e'),
  lockSha256: digest('c'),
  node: 'v20.20.2',
};
const otherContract = { sha256: digest('f'), version: '2.1' };
const reaching: ChangesOfContract = [
  {
    ...{ fingerprint: '0123456789ab', class: 'breaking', words: 'Card .status changed' },
    uses: [{ operation: 'GET /cards/{cardId}', operationId: 'getCard', direction: 'response' }],
  },
];
const elsewhere = reaching.map((change) => ({ ...change, uses: [] }));
/** Ended otherwise, although the same was received. */
const same = { checks: checked({ outcome: 'violated' }) };

/** What changed, the run after it, what differs between the contracts, and the kinds of causes in their order. */
const cases: readonly (readonly [string, SmallRun, ChangesOfContract | null, readonly string[]])[] = [
  [
    'another answer, all else equal',
    { ...after, calls: [{ answer: { status: 2 } }] },
    null,
    ['target-answered-differently'],
  ],
  ['the same form with other values, all else equal', after, null, ['target-answered-differently']],
  [
    'the same answer, another contract',
    { ...after, results: [{ ...broken, checks: same.checks }], run: { contract: otherContract } },
    reaching,
    ['contract-changed'],
  ],
  [
    'the same answer, another contract that does not reach it',
    { ...after, results: [{ ...broken, checks: same.checks }], run: { contract: otherContract } },
    elsewhere,
    ['unknown'],
  ],
  [
    'the same answer, another build',
    { ...after, results: [{ ...broken, checks: same.checks }], run: { build: otherBuild } },
    null,
    ['harness-changed'],
  ],
  [
    'another answer, another build and contract',
    { ...after, calls: [{ answer: { status: 2 } }], run: { build: otherBuild, contract: otherContract } },
    reaching,
    ['target-answered-differently', 'contract-changed', 'harness-changed'],
  ],
  [
    'a lost answer',
    {
      calls: [{ change: { response: null, failure: { class: 'reset', detail: 'closed' } } }],
      results: [
        {
          id: 'a',
          verdict: 'inconclusive',
          checks: checked({ outcome: 'undetermined', received: 'no HTTP answer (reset)' }),
        },
      ],
      requirements: [row('not-demonstrated')],
    },
    null,
    ['environment', 'target-answered-differently'],
  ],
  [
    'an unstable scenario, nothing else',
    { ...after, results: [{ ...broken, marks: ['unstable'], checks: same.checks }] },
    null,
    ['unstable'],
  ],
  [
    'another program profile, nothing else',
    { ...after, results: [{ ...broken, checks: same.checks }], run: { profileSha256: digest('9') } },
    null,
    ['environment'],
  ],
  ['nothing that was recorded', { ...after, results: [{ ...broken, checks: same.checks }] }, null, ['unknown']],
];

for (const [what, next, contract, kinds] of cases) {
  test(`${what}: ${kinds.join(', ')}`, async () => {
    const diff = compareBehaviour(await observed(before), await observed(next), null, contract);
    assert.deepEqual(
      diff.verdicts.map(({ subject, causes }) => [subject, causes.map(({ kind }) => kind)]),
      ['requirement', 'scenario', 'check'].map((subject) => [subject, kinds]),
    );
    for (const { causes } of diff.verdicts)
      for (const { kind, proofs } of causes) assert.equal(proofs.length > 0, kind !== 'unknown', kind);
  });
}

test('a check of the whole run that calls nothing is explained by the contract where it names what changed there', async () => {
  const run = (outcome: 'met' | 'violated', received: string, contract?: typeof otherContract): SmallRun => ({
    calls: [{ scenario: 'b' }],
    results: [{ id: 'a', verdict: outcome === 'met' ? 'pass' : 'fail', checks: [aCheck({ outcome, received, exchangeIds: [] })] }, { id: 'b' }], // prettier-ignore
    requirements: [row(outcome === 'met' ? 'demonstrated' : 'contradicted')],
    run: { build: otherBuild, ...(contract === undefined ? {} : { contract }) },
  });
  const kindsOf = async (received: string) => {
    const next = await observed(run('violated', received, otherContract));
    const { verdicts } = compareBehaviour(await observed(run('met', 'none')), next, null, reaching);
    return verdicts[0]?.causes.map(({ kind }) => kind);
  };
  assert.deepEqual(await kindsOf('deprecated and called: getCard, listCards'), ['contract-changed']);
  assert.deepEqual(await kindsOf('deprecated and called: listCards'), ['unknown']);
});

test('the exchange pair of a row is the one behind the check that ended differently', async () => {
  const diff = compareBehaviour(
    await observed(before),
    await observed({
      ...after,
      calls: [{}, { answer: { status: 2 } }],
      results: [{ ...broken, checks: checked({ outcome: 'violated', exchangeIds: ['x-000002'] }) }],
    }),
  );
  assert.deepEqual(diff.verdicts[0]?.exchanges, { old: 'x-000001', new: 'x-000002' });
  assert.equal(diff.verdicts[0].rule, 'row-contradicted');
});

test('a row that a finding outside every scenario contradicts is explained by that exchange', async () => {
  const finding = aFinding({ operationId: 'getCard', exchangeId: 'x-000002', cause: 'new' });
  const calm = await observed({ ...before, requirements: [row('demonstrated', [])] });
  const found = { ...(await observed({ ...before, requirements: [row('contradicted', [])] })), outside: [] };
  const { rule, level, cause, operationId } = finding;
  const next = { ...found, outside: [{ rule, level, cause, operationId, exchange: 'x-000002' }] };
  const [verdict] = compareBehaviour(calm, next).verdicts;
  assert.deepEqual(
    verdict?.causes.map(({ kind }) => kind),
    ['target-answered-differently'],
  );
  assert.deepEqual(verdict.exchanges, { old: 'x-000001', new: 'x-000002' });
});

test('a scenario that runs of the old version end differently is noise, or unstable where it ends a third way', async () => {
  const [old, again] = [
    await observed(before),
    await observed({ ...after, results: [{ ...broken, verdict: 'inconclusive', checks: [] }] }),
  ];
  const noise = learnNoise(old, again);
  const third = compareBehaviour(
    old,
    await observed({ ...after, results: [{ ...broken, checks: same.checks }] }),
    noise,
  );
  const scenario = third.verdicts.find(({ subject }) => subject === 'scenario');
  assert.deepEqual(
    scenario?.causes.map(({ kind }) => kind),
    ['unstable'],
  );
});
