import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decide } from './decide.js';
import { exitCode, type ExitName } from '../messages/exit-code.js';
import type { GateInput } from './gate-input.js';
import { gateSteps } from './gate-steps.js';
import {
  aCarriedOver,
  aFinding,
  aGateContract,
  aGateInput,
  aResult,
  anInvariant,
  aRowResult,
  aWaiver,
  someContractChanges,
} from './testing/samples.js';

const emulator = { environment: 'emulator', targetClass: 'emulator', adHocKey: true } as const;
const proving = { id: 's', name: 'S', verdict: 'pass', marks: ['simulated'] } as const;
const simulated = aRowResult({ scenarios: [proving] });
const violation = { exchangeIds: ['x-000001'], message: 'the balance is below zero' };
const unstable = aResult({ marks: ['unstable'] });

const ours = aGateContract({ published: false, overlay: true, changes: someContractChanges() });
const comparedWithAnother = { ...ours, publishedSha256: 'c'.repeat(64) };

/** Each step, what it fails on, and the exit code it then asks for. */
const failures: readonly (readonly [step: string, change: Partial<GateInput>, exit: ExitName])[] = [
  ['integrity', { integrity: 'broken' }, 'integrity'],
  ['integrity', { integrity: 'holed' }, 'harnessError'],
  ['recomputation', { recomputation: 'holed' }, 'harnessError'],
  ['integrity', { integrity: 'not-checked' }, 'incomplete'],
  ['card-data', { cardData: 'broken' }, 'integrity'],
  ['card-data', { cardData: 'fine' as 'sound' }, 'integrity'],
  ['mode', { environment: 'sandbox' as 'staging' }, 'harnessError'],
  ['mode', { targetClass: 'mock' as 'real' }, 'harnessError'],
  ['origin', { origin: { contradictions: ['called real, shown loopback'], unproven: [] } }, 'integrity'],
  ['origin', { origin: { contradictions: [], unproven: ['a proxy chose the address'] } }, 'incomplete'],
  ['contract', { contract: aGateContract({ frozen: 'b'.repeat(64) }) }, 'integrity'],
  ['contract', { contract: aGateContract({ published: false }) }, 'incomplete'],
  ['contract-rules', { contract: aGateContract({ published: false, overlay: true }) }, 'incomplete'],
  ['contract-rules', { contract: comparedWithAnother }, 'incomplete'],
  ['carried', { carried: { ...aCarriedOver(), problems: ['the contract is not the same'] } }, 'integrity'],
  ['harness', { harnessProblems: ['RUN-205: a hook broke'] }, 'harnessError'],
  ['completeness', { planned: ['cards/hold:block-a-card', 'other'] }, 'incomplete'],
  ['completeness', { results: [aResult(), aResult()] }, 'harnessError'],
  ['completeness', { cucumber: { finished: [], cutShort: [], problem: null } }, 'harnessError'],
  [
    'completeness',
    { cucumber: { finished: ['cards/hold:block-a-card', 'b'], cutShort: [], problem: null } },
    'harnessError',
  ],
  ['completeness', { cucumber: { finished: null, problem: 'messages.ndjson is missing' } }, 'harnessError'],
  ['clock', { clockJumps: ['the clock went ahead by an hour'] }, 'incomplete'],
  ['judged', { notJudged: [{ exchangeId: 'x-000001', reason: 'no schema' }] }, 'incomplete'],
  ['scenarios', { results: [aResult({ verdict: 'inconclusive' })] }, 'incomplete'],
  ['vacuous', { results: [aResult({ verdict: 'vacuous' })] }, 'incomplete'],
  ['recomputation', { recomputation: 'broken' }, 'integrity'],
  ['recomputation', { recomputation: 'not-checked' }, 'incomplete'],
  ['behaviour', { requirements: [aRowResult({ outcome: 'contradicted' })] }, 'rejected'],
  ['requirements', { requirements: [aRowResult({ outcome: 'not-demonstrated' })] }, 'incomplete'],
  ['real-only', { requirements: [simulated] }, 'incomplete'],
  ['invariants', { invariants: [anInvariant({ violations: [violation] })] }, 'rejected'],
  ['invariants', { invariants: [anInvariant({ level: 'grave' as 'fail', violations: [violation] })] }, 'rejected'],
  ['invariants', { invariants: [] }, 'incomplete'],
  ['unstable', { results: [unstable] }, 'incomplete'],
  ['waivers', { waivers: [aWaiver({ state: 'refused' })] }, 'incomplete'],
  ['people', { requirements: [aRowResult({ outcome: 'not-demonstrated', peopleTask: 'Answer.' })] }, 'awaitingPeople'],
];

for (const [step, change, exit] of failures) {
  test(`${step}: ${JSON.stringify(change).slice(0, 60)} asks for ${exit}`, () => {
    const found = gateSteps(aGateInput(change)).find(({ id }) => id === step);
    assert.deepEqual([found?.outcome, found?.exit], ['failed', exit]);
    assert.ok((found?.items.length ?? 0) > 0, 'it says what stands against it');
    assert.equal(decide(aGateInput(change)).exitCode, exitCode[exit]);
  });
}

test('the steps come in the order of the gate, each id once, and all pass on a certifiable run', () => {
  const steps = gateSteps(aGateInput());
  assert.deepEqual(
    steps.map(({ id }) => id),
    [
      ...[
        'integrity',
        'card-data',
        'mode',
        'origin',
        'contract',
        'contract-rules',
        'carried',
        'harness',
        'completeness',
        'clock',
        'judged',
        'scenarios',
        'vacuous',
      ],
      ...['recomputation', 'behaviour', 'requirements', 'real-only', 'invariants', 'unstable', 'waivers', 'people'],
      'reviews',
    ],
  );
  assert.ok(steps.every(({ outcome, exit }) => outcome === 'passed' && exit === null));
  const covered = new Set(failures.map(([step]) => step));
  assert.deepEqual(
    steps.map(({ id }) => id).filter((id) => !covered.has(id)),
    // The last step only lists.
    ['reviews'],
  );
});

test('practice is never silent: the mode names every reason', () => {
  const items = (change: Partial<GateInput>) => gateSteps(aGateInput(change)).find(({ id }) => id === 'mode')?.items;
  assert.deepEqual(items({}), []);
  assert.equal(items(emulator)?.length, 3);
  assert.match(items({ adHocKey: true })?.join() ?? '', /AXYS_SIGNING_KEY_PATH/);
  assert.match(items({ targetClass: 'loopback' })?.join() ?? '', /loopback/);
  assert.match(items({ partial: true })?.join() ?? '', /part of the matrix/);
  assert.match(items({ environment: 'production' })?.join() ?? '', /certifies|certification/);
});

test('whose contract judged is said, and blocks nothing', () => {
  const contract = aGateContract({
    published: false,
    given: true,
    overlay: true,
    asJudged: false,
    frozen: 'b',
    changes: someContractChanges({ effect: 'stronger' }),
  });
  const gate = decide(aGateInput({ contract }));
  const step = gate.steps.find(({ id }) => id === 'contract');
  assert.deepEqual([gate.exitCode, step?.outcome, step?.items.length], [0, 'noted', 3]);
  assert.match(step?.items.join() ?? '', /AXYS_CONTRACT\).*AXYS_CONTRACT_OVERLAY.*masked/);
});

test('a rule that the operator weakens is listed by name in front, and blocks nothing', () => {
  const gate = decide(aGateInput({ contract: ours }));
  const step = gate.steps.find(({ id }) => id === 'contract-rules');
  const rule = 'schemas/Card .cardId is now any type, was integer (published as documented; getCard)';
  assert.deepEqual([gate.decision, gate.exitCode, step?.outcome, step?.items], ['certifiable', 0, 'noted', [rule]]);
  assert.equal(step?.title, 'a rule of the published contract is weaker in the one that judged');
  assert.equal(
    gate.why,
    `judged by a contract with 1 rule that is weaker than published: schemas/Card .cardId is now any type, was integer; by that contract, every applicable row is demonstrated`,
  );
  const stronger = { ...ours, changes: someContractChanges({ effect: 'stronger' }) };
  const plain = decide(aGateInput({ contract: stronger }));
  assert.equal(plain.steps.find(({ id }) => id === 'contract-rules')?.outcome, 'passed');
  assert.equal(plain.why, 'every applicable row is demonstrated');
});

test('of very many weakened rules the first are listed, the rest is counted', () => {
  const [rule] = someContractChanges().changes;
  assert.ok(rule);
  const many = Array.from({ length: 60 }, () => ({ ...rule, operations: ['a', 'b', 'c', 'd', 'e', 'f'] }));
  const contract = { ...ours, changes: { ...someContractChanges(), changes: many } };
  const step = gateSteps(aGateInput({ contract })).find(({ id }) => id === 'contract-rules');
  assert.equal(step?.items.length, 51);
  assert.match(step.items[0] ?? '', /a, b, c, d, 2 more\)$/);
  assert.equal(step.items[50], 'and 10 more in plan/contract-changes.json');
});

test('what practice may leave open is noted there', () => {
  const change = {
    ...emulator,
    requirements: [simulated],
    invariants: [],
    contract: aGateContract({ published: false }),
  };
  const gate = decide(aGateInput(change));
  const noted = gate.steps.filter(({ outcome }) => outcome === 'noted').map(({ id }) => id);
  assert.deepEqual([gate.decision, noted], ['practice-pass', ['mode', 'contract', 'real-only', 'invariants']]);
});

test('a row about our own client, or one proved on the target as well, is no simulation', () => {
  const real = aRowResult({ scenarios: [proving, { ...proving, marks: [] }] });
  for (const change of [{ requirements: [real] }, { requirements: [simulated], realOnly: [] }]) {
    assert.equal(decide(aGateInput(change)).exitCode, 0);
  }
});

test('an unstable scenario of an organic row is listed; one of a MUST row needs a waiver', () => {
  const organic = aRowResult({ level: 'SHOULD' });
  const waived = aWaiver({ rule: 'unstable', state: 'used' });
  for (const change of [{ requirements: [organic] }, { waivers: [waived] }]) {
    const gate = decide(aGateInput({ results: [unstable], ...change }));
    assert.deepEqual([gate.exitCode, gate.steps.find(({ id }) => id === 'unstable')?.outcome], [0, 'noted']);
  }
  const lapsed = decide(aGateInput({ results: [unstable], waivers: [{ ...waived, state: 'expired' }] }));
  assert.equal(lapsed.exitCode, 2);
});

test('an invariant at the level of a review, and one nothing put to the test, are listed', () => {
  const invariants = [
    anInvariant({ level: 'review', violations: [violation] }),
    anInvariant({ id: 'currency-stable', evaluated: 0 }),
  ];
  const gate = decide(aGateInput({ invariants }));
  assert.deepEqual([gate.exitCode, gate.steps.find(({ id }) => id === 'invariants')?.items.length], [0, 2]);
});

test('a waived contradiction does not reject, and every waiver is listed with its person and last day', () => {
  const change = {
    results: [aResult({ verdict: 'fail', findings: [aFinding()], marks: ['waived'] })],
    requirements: [aRowResult({ outcome: 'contradicted', marks: ['waived'] })],
    waivers: [aWaiver({ items: ['cardId is text (x-000001)'] }), aWaiver({ state: 'expired' })],
  } as const;
  const gate = decide(aGateInput(change));
  assert.deepEqual([gate.decision, gate.exitCode], ['certifiable', 0]);
  const items = gate.steps.find(({ id }) => id === 'waivers')?.items ?? [];
  assert.match(items[0] ?? '', /^waiver TM-29 card-active covers: cardId is text .*by A\. Person, until 2026-12-31/);
  assert.match(items[1] ?? '', /has lapsed/);
});

test('carried evidence is listed by the run that really made it, with its date', () => {
  const gate = decide(aGateInput({ carried: aCarriedOver() }));
  const step = gate.steps.find(({ id }) => id === 'carried');
  assert.deepEqual(step?.items, [
    '1 scenario carried over from run-20261101T080000Z-aaaaaa, which began on 2026-11-01T08:00:00.000Z',
  ]);
});

test('a carried scenario whose result is missing keeps the run incomplete', () => {
  const planned = ['cards/hold:block-a-card', 'cards/other:x'];
  assert.equal(decide(aGateInput({ carried: aCarriedOver(), planned })).exitCode, 2);
});

test('Cucumber is not asked about what ran elsewhere', () => {
  const there = aResult({ id: 'cards/other:x', marks: ['carried-over'] });
  const change = { results: [aResult(), there], planned: ['cards/hold:block-a-card', 'cards/other:x'] };
  const cucumber = { finished: ['cards/hold:block-a-card'], cutShort: [], problem: null };
  assert.equal(decide(aGateInput({ ...change, cucumber })).exitCode, 0);
  const both = { finished: change.planned, cutShort: [], problem: null };
  assert.equal(decide(aGateInput({ ...change, cucumber: both })).exitCode, 3);
});

/** Better first: the order in which exit codes win. */
const exits = [0, 5, 2, 3, 1, 4];

test('adding a problem never improves the exit code, whatever else is wrong', () => {
  const problems = failures.map(([, change]) => change);
  const some = fc.subarray([...problems]).map((all) => all.reduce((sum, one) => ({ ...sum, ...one }), {}));
  const run = fc.constantFrom<Partial<GateInput>>({}, emulator, { partial: true }, { targetClass: 'loopback' });
  /** Lists grow, words get worse: a later problem of the same member must not repair an earlier one. */
  const joined = (a: Partial<GateInput>, b: Partial<GateInput>): Partial<GateInput> =>
    Object.fromEntries(
      Object.entries({ ...a, ...b }).map(([name, value]) => [
        name,
        (a as Record<string, unknown>)[name] ?? (value as unknown),
      ]),
    );
  fc.assert(
    fc.property(run, some, fc.constantFrom(...problems), (base, before, problem) => {
      const worse = joined({ ...base, ...before }, problem);
      const [was, is] = [{ ...base, ...before }, worse].map((change) => decide(aGateInput(change)).exitCode);
      assert.ok(exits.indexOf(is ?? -1) >= exits.indexOf(was ?? -1), `${String(was)} became ${String(is)}`);
    }),
    { numRuns: 2000 },
  );
});

test('a merged run names its shards beside the completeness of its plan, and fails by it no less', () => {
  const shards = ['shard 1 of 2: run-1', 'shard 2 of 2: run-2'];
  const noted = gateSteps(aGateInput({ shards })).find(({ id }) => id === 'completeness');
  assert.deepEqual([noted?.outcome, noted?.items], ['noted', shards]);
  const lacking = gateSteps(aGateInput({ shards, planned: ['a:one', 'b:two'] })).find(
    ({ id }) => id === 'completeness',
  );
  assert.equal(lacking?.outcome, 'failed');
});
