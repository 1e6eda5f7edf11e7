import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide } from './decide.js';
import type { GateInput } from './gate-input.js';
import { aGateInput, aResult, aRowResult, aWaiver } from './testing/samples.js';
import { requirementOutcomes, scenarioVerdicts, type Decision, type RequirementOutcome } from './verdict.js';
import { verdictEffect } from './verdict-order.js';

const emulator = { environment: 'emulator', targetClass: 'emulator', adHocKey: true } as const;
const notRun = aResult({ verdict: 'not-run', reason: 'trigger unconfirmed' });
const people = aRowResult({ outcome: 'not-demonstrated', peopleTask: 'Answer the SMS.' });

const unselected = aRowResult({ outcome: 'out-of-scope', reason: 'not selected in this partial run' });

const cases: readonly [string, Partial<GateInput>, Decision, number][] = [
  ['everything holds on real staging', {}, 'certifiable', 0],
  ['everything holds on the emulator', emulator, 'practice-pass', 0],
  ['a real target with an ad-hoc key', { adHocKey: true }, 'practice-pass', 0],
  ['staging by name, loopback by fact', { targetClass: 'loopback' }, 'practice-pass', 0],
  ['the emulator by name, real by fact', { environment: 'emulator' }, 'practice-pass', 0],
  ['a part of the matrix', { partial: true }, 'partial', 0],
  ['a part of the matrix on the emulator', { ...emulator, partial: true }, 'partial', 0],
  ['a production check', { environment: 'production' }, 'partial', 0],
  ['a production check on loopback', { environment: 'production', targetClass: 'loopback' }, 'practice-pass', 0],
  ['a production check with an ad-hoc key', { environment: 'production', adHocKey: true }, 'practice-pass', 0],
  [
    'a production check of a base URL that points at staging',
    { environment: 'production', requirements: [aRowResult({ outcome: 'contradicted' })] },
    'rejected',
    1,
  ],
  [
    'a production check on loopback that does not hold',
    { environment: 'production', targetClass: 'loopback', results: [aResult({ verdict: 'fail' })] },
    'practice-fail',
    1,
  ],
  [
    'a production check nobody let in',
    { environment: 'production', requirements: [aRowResult({ outcome: 'not-demonstrated' })] },
    'incomplete',
    2,
  ],
  ['a row for people after go-live', { environment: 'production', requirements: [people] }, 'partial', 0],
  ['a part of a production check', { environment: 'production', partial: true }, 'partial', 0],
  ['altered evidence', { integrity: 'broken' }, 'tampered', 4],
  ['card data in the evidence', { cardData: 'broken' }, 'tampered', 4],
  ['an unknown word about the evidence', { cardData: 'fine' as 'sound' }, 'tampered', 4],
  ['evidence nobody checked', { integrity: 'not-checked' }, 'incomplete', 2],
  [
    'evidence nobody checked, in practice',
    { ...emulator, integrity: 'not-checked', cardData: 'not-checked' },
    'practice-pass',
    0,
  ],
  ['a contradicted row', { requirements: [aRowResult({ outcome: 'contradicted' })] }, 'rejected', 1],
  [
    'a contradicted SHOULD row',
    { requirements: [aRowResult({ outcome: 'contradicted', level: 'SHOULD' })] },
    'rejected',
    1,
  ],
  [
    'a contradicted row in practice',
    { ...emulator, requirements: [aRowResult({ outcome: 'contradicted' })] },
    'practice-fail',
    1,
  ],
  [
    'a failed scenario of no row',
    { results: [aResult({ verdict: 'fail', requirements: [], tags: [] })] },
    'rejected',
    1,
  ],
  ['a rejecting finding outside every scenario', { strayFailures: ['getCard: cardId is text'] }, 'rejected', 1],
  [
    'a failed scenario about the harness',
    { results: [aResult({ verdict: 'fail', tags: ['@self'] })] },
    'incomplete',
    3,
  ],
  [
    'a vacuous scenario about the harness',
    { results: [aResult({ verdict: 'vacuous', tags: ['@self'] })] },
    'incomplete',
    3,
  ],
  ['a broken hook', { harnessProblems: ['BeforeAll failed'] }, 'incomplete', 3],
  ['a result that was not planned', { results: [aResult(), aResult({ id: 'other' })] }, 'incomplete', 3],
  ['two final results', { results: [aResult(), aResult()] }, 'incomplete', 3],
  ['planned twice', { planned: ['cards/hold:block-a-card', 'cards/hold:block-a-card'] }, 'incomplete', 3],
  [
    'a row with an unknown word',
    { requirements: [aRowResult({ outcome: 'green' as 'demonstrated' })] },
    'incomplete',
    3,
  ],
  ['an interrupted run', { interrupted: true }, 'incomplete', 2],
  ['a planned scenario without result', { planned: ['cards/hold:block-a-card', 'other'] }, 'incomplete', 2],
  ['nothing planned', { planned: [], results: [] }, 'incomplete', 2],
  ['nothing planned in a part', { planned: [], results: [], requirements: [], partial: true }, 'partial', 2],
  ['no rows', { requirements: [] }, 'incomplete', 2],
  ['an exchange nobody judged', { notJudged: [{ exchangeId: 'x-000001', reason: 'no schema' }] }, 'incomplete', 2],
  [
    'a held-back row',
    { results: [notRun], requirements: [aRowResult({ outcome: 'not-demonstrated' })] },
    'incomplete',
    2,
  ],
  [
    'a held-back row on loopback',
    { targetClass: 'loopback', results: [notRun], requirements: [aRowResult({ outcome: 'not-demonstrated' })] },
    'practice-fail',
    2,
  ],
  ['a MUST row not demonstrated', { requirements: [aRowResult({ outcome: 'not-demonstrated' })] }, 'incomplete', 2],
  [
    'an organic row not observed',
    { requirements: [aRowResult({ outcome: 'not-demonstrated', level: 'SHOULD' })] },
    'certifiable',
    0,
  ],
  ['a row for people', { requirements: [people] }, 'awaiting-people', 5],
  ['a row for people, its scenario not run', { results: [notRun], requirements: [people] }, 'awaiting-people', 5],
  ['a row for people in practice', { ...emulator, requirements: [people] }, 'practice-pass', 0],
  ['a row for people in a part', { partial: true, requirements: [people] }, 'partial', 5],
  ['a row left out of a full run', { ...emulator, requirements: [unselected] }, 'practice-fail', 3],
  ['a row left out of a part', { partial: true, requirements: [aRowResult(), unselected] }, 'partial', 0],
  ['a review', { results: [aResult({ verdict: 'review' })] }, 'certifiable', 0],
];

for (const [name, change, decision, exit] of cases) {
  test(`${name}: ${decision}, exit ${exit}`, () => {
    const gate = decide(aGateInput(change));
    assert.equal(gate.decision, decision);
    assert.equal(gate.exitCode, exit);
  });
}

test('every scenario word: only what allows or is neutral can be green, whatever the run', () => {
  for (const verdict of [...scenarioVerdicts, 'unknown' as 'pass']) {
    for (const tags of [['@TM-29'], ['@self'], []]) {
      for (const run of [{}, emulator, { partial: true }, { targetClass: 'loopback' } as const]) {
        const { exitCode } = decide(aGateInput({ ...run, results: [aResult({ verdict, tags })] }));
        const good = ['allows', 'neutral'].includes(verdictEffect(verdict));
        assert.equal(exitCode === 0, good, `${verdict} ${tags.join()}`);
      }
    }
  }
});

test('every row outcome: MUST rows are green only when settled well', () => {
  const green: readonly RequirementOutcome[] = ['demonstrated', 'demonstrated-with-advisory', 'not-applicable'];
  for (const outcome of [...requirementOutcomes, 'unknown' as 'demonstrated']) {
    for (const run of [{}, emulator, { targetClass: 'loopback' } as const]) {
      const { exitCode } = decide(aGateInput({ ...run, requirements: [aRowResult({ outcome })] }));
      assert.equal(exitCode === 0, green.includes(outcome), outcome);
    }
  }
});

test('the strongest exit code wins: 4, then 1, 3, 2, 5', () => {
  const causes: readonly [number, Partial<GateInput>][] = [
    [4, { integrity: 'broken' }],
    [1, { strayFailures: ['rejected'] }],
    [3, { harnessProblems: ['broken'] }],
    [2, { interrupted: true }],
    [5, { requirements: [people] }],
  ];
  causes.forEach(([exit], place) => {
    const combined = causes.slice(place).reduce<Partial<GateInput>>((all, [, change]) => ({ ...all, ...change }), {});
    const gate = decide(aGateInput(combined));
    assert.equal(gate.exitCode, exit);
    assert.notEqual(gate.why, '');
  });
});

test('every step runs and is kept, whatever the first one said', () => {
  const bad = decide(aGateInput({ integrity: 'broken', interrupted: true, harnessProblems: ['broken'] }));
  assert.deepEqual(
    bad.steps.map(({ id }) => id),
    decide(aGateInput()).steps.map(({ id }) => id),
  );
  assert.equal(bad.steps.filter(({ outcome }) => outcome === 'failed').length, 3);
});

test('what was not checked, left to people or open for review is said, even when it does not block', () => {
  const review = aResult({ verdict: 'review' });
  const gate = decide(aGateInput({ ...emulator, cardData: 'not-checked', requirements: [people], results: [review] }));
  assert.equal(gate.exitCode, 0);
  const noted = gate.steps.filter(({ outcome }) => outcome === 'noted').map(({ id }) => id);
  assert.deepEqual(noted, ['card-data', 'mode', 'people', 'reviews']);
  const title = (input: Partial<GateInput>) =>
    decide(aGateInput({ ...emulator, ...input })).steps.find(({ id }) => id === 'reviews')?.title;
  assert.equal(title({ results: [review] }), 'reviews and advisories are for people to look at; they block nothing');
  assert.equal(title({}), 'no review or advisory is open');
});

test('a claim that the target contradicts is listed and does not block', () => {
  const reason = 'capabilities.wallets is false in the program profile; review: the target contradicts it: two wallets';
  const denied = aRowResult({ id: 'TM-47', outcome: 'not-applicable', reason, review: true });
  const gate = decide(aGateInput({ requirements: [aRowResult(), denied] }));
  const remarks = gate.steps.find(({ id }) => id === 'reviews');
  assert.deepEqual([gate.decision, gate.exitCode, remarks?.outcome], ['certifiable', 0, 'noted']);
  assert.match(remarks?.items.join() ?? '', /^TM-47 .*review: the target contradicts it/);
});

test('an attested row is named beside the step that it fulfils', () => {
  const reason = 'attested by B. Witness on 2026-11-20: The person answered.';
  const attested = aRowResult({ id: 'TM-42', title: 'SMS reply', marks: ['attested'], reason, peopleTask: 'Answer.' });
  const gate = decide(aGateInput({ requirements: [aRowResult(), attested] }));
  const step = gate.steps.find(({ id }) => id === 'people');
  assert.deepEqual([gate.decision, step?.outcome], ['certifiable', 'noted']);
  assert.deepEqual(step?.items, [`TM-42 SMS reply: demonstrated, ${reason}`]);
});

const waivedRow = aRowResult({ id: 'TM-20', title: 'Refresh', outcome: 'contradicted', marks: ['waived'] });
const waivedScenario = aResult({ verdict: 'fail', marks: ['waived'] });
const waivers = [aWaiver({ requirement: 'TM-20', rule: 'links-differ', items: ['the links differ (links-differ)'] })];
const waived = { requirements: [aRowResult(), waivedRow], results: [waivedScenario], waivers };

test('a row that is waived is named with person and day in the reason, whatever the run; the decision stays', () => {
  for (const [run, decision] of [
    [{}, 'certifiable'],
    [emulator, 'practice-pass'],
    [{ partial: true }, 'partial'],
  ] as const) {
    const gate = decide(aGateInput({ ...waived, ...run }));
    assert.deepEqual([gate.decision, gate.exitCode], [decision, 0]);
    assert.match(
      gate.why,
      /^1 row rests on a waiver: TM-20 links-differ \(by A\. Person, until 2026-12-31\); every other /,
    );
  }
});

test('no step says that nothing is rejected or left open where a waiver covers a row; it names the waiver', () => {
  const steps = new Map(decide(aGateInput(waived)).steps.map((step) => [step.id, step]));
  for (const id of ['behaviour', 'requirements']) {
    const step = steps.get(id);
    assert.equal(step?.outcome, 'noted');
    assert.match(step.title, /waiver covers/);
    assert.match(step.items.join(), /TM-20 .*by A\. Person, until 2026-12-31/);
  }
});

test('a waiver that covers nothing changes no sentence', () => {
  const unused = decide(aGateInput({ waivers: [aWaiver({ state: 'unused' })] }));
  assert.equal(unused.why, decide(aGateInput()).why);
  assert.ok(unused.steps.every(({ title }) => !title.includes('waiver covers')));
});

test('many waivers are counted, and the first are named', () => {
  const many = [...Array(5).keys()].map((n) => aWaiver({ requirement: `TM-2${n}` }));
  assert.match(
    decide(aGateInput({ waivers: many })).why,
    /^5 rows rest on a waiver: TM-20 .* and 2 more in waivers\.json;/,
  );
});

test('a step that had nothing to look at says so', () => {
  const title = (id: string, change: Partial<GateInput> = {}) =>
    decide(aGateInput(change)).steps.find((step) => step.id === id)?.title;
  const words: readonly [id: string, change: Partial<GateInput>, said: string][] = [
    ['carried', {}, 'nothing was carried over from an earlier run'],
    ['waivers', {}, 'no waiver was claimed'],
    ['people', {}, 'no applicable row is for people'],
    ['people', { partial: true }, 'no selected row is for people'],
    ['scenarios', { results: [] }, 'no scenario has a result'],
    ['vacuous', { results: [] }, 'no scenario ended'],
    ['unstable', { results: [] }, 'no scenario ran more than once'],
    ['invariants', { partial: true, invariants: [] }, 'no rule over all traffic was put to the test'],
  ];
  for (const [id, change, said] of words) assert.equal(title(id, change), `does not arise: ${said}`);
  const open = { outcome: 'contradicted' } as const;
  const platform = 'does not arise: no row about the platform itself is demonstrated';
  for (const partial of [false, true]) {
    assert.equal(title('real-only', { partial, requirements: [aRowResult(open)] }), platform);
    assert.notEqual(title('real-only', { partial }), platform);
  }
  assert.match(title('requirements', { partial: true }) ?? '', /^no selected MUST row/);
  const unselected = aRowResult({ outcome: 'out-of-scope', scenarios: [] });
  assert.equal(
    title('requirements', { partial: true, requirements: [unselected] }),
    'does not arise: no selected MUST row is for software to drive',
  );
});

test('connections that show nothing are not said to show the target', () => {
  const origin = { contradictions: [], unproven: ['the certificate is of nobody known'] };
  const step = decide(aGateInput({ partial: true, origin })).steps.find(({ id }) => id === 'origin');
  assert.equal(step?.title, 'the connections do not contradict the target that the run names');
});
