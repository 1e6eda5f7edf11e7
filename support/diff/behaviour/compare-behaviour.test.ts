import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shapeProblem } from '../../config/evidence-schema.js';
import { compareBehaviour } from './compare-behaviour.js';
import type { BehaviourDiff } from './behaviour-diff.js';
import { observed, type SmallCall } from './testing/observed-exchanges.js';
import { behaviourMirror } from './rules/behaviour-rules.js';

const card = { status: 1, alias: 'A', cardId: 7 };
const failed: SmallCall['change'] = { response: null, failure: { class: 'reset', detail: 'closed' } };
const put = (status: number, answer?: SmallCall['answer']): SmallCall => ({
  ...{ operation: 'setCardStatus' as const, status },
  ...(answer === undefined ? {} : { answer }),
});
const said = (code: string) => ({ status: 'error', code, message: 'prose that may change' });

/** What happened, the calls before, the calls after, the one rule, and where. */
const cases: readonly (readonly [string, readonly SmallCall[], readonly SmallCall[], string, string])[] = [
  [
    'a member is gone',
    [{ answer: card }],
    [{ answer: { status: 1, cardId: 7 } }],
    'member-vanished',
    'getCard success /body/alias',
  ],
  [
    'the member that tells the state is gone',
    [{ answer: card }],
    [{ answer: { alias: 'A', cardId: 7 } }],
    'member-vanished',
    'getCard success /body/status',
  ],
  [
    'the state is text now',
    [{ answer: card }],
    [{ answer: { ...card, status: '1' } }],
    'type-replaced',
    'getCard success /body/status',
  ],
  [
    'a member is retyped',
    [{ answer: card }],
    [{ answer: { ...card, cardId: '7' } }],
    'type-replaced',
    'getCard success /body/cardId',
  ],
  [
    'a member is text at times',
    [{ answer: card }, { answer: card }],
    [{ answer: card }, { answer: { ...card, cardId: '7' } }],
    'type-widened',
    'getCard success /body/cardId',
  ],
  [
    'a member is null',
    [{ answer: card }],
    [{ answer: { ...card, alias: null } }],
    'null-appeared',
    'getCard success /body/alias',
  ],
  [
    'a member is left out at times',
    [{ answer: card }, { answer: card }],
    [{ answer: card }, { answer: { status: 1, cardId: 7 } }],
    'member-became-optional',
    'getCard success /body/alias',
  ],
  [
    'a nested member is gone',
    [{ answer: { result: { a: 1, b: 2 } } }],
    [{ answer: { result: { a: 1 } } }],
    'member-vanished',
    'getCard success /body/result/b',
  ],
  [
    'a member of items is gone',
    [{ operation: 'listCards', answer: { items: [card] } }],
    [{ operation: 'listCards', answer: { items: [{ status: 1, cardId: 7 }] } }],
    'member-vanished',
    'listCards success /body/items/*/alias',
  ],
  [
    'a list of texts holds numbers',
    [{ answer: { tags: ['a'] } }],
    [{ answer: { tags: [1] } }],
    'type-replaced',
    'getCard success /body/tags/*',
  ],
  ['an object is a list', [{ answer: { a: {} } }], [{ answer: { a: [] } }], 'type-replaced', 'getCard success /body/a'],
  [
    'a header is gone',
    [{ headers: { 'x-request-id': 'r' } }],
    [{}],
    'header-vanished',
    'getCard success /headers/x-request-id',
  ],
  [
    'another media type',
    [{ headers: { 'content-type': 'application/json' } }],
    [{ headers: { 'content-type': 'application/json; charset=utf-8' } }],
    '',
    '',
  ],
  [
    'a known word is new',
    [{ answer: { kind: 'virtual' } }],
    [{ answer: { kind: 'virtual' } }, { answer: { kind: 'physical' } }],
    'value-appeared',
    'getCard success /body/kind',
  ],
  ['free text differs', [{ answer: card }], [{ answer: { ...card, alias: 'B' } }], '', ''],
  ['a call is refused now', [put(200)], [put(409, said('refused_by_state'))], 'call-now-refused', 'setCardStatus'],
  [
    'a call is refused by its body alone',
    [put(200, { status: 'success' })],
    [put(200, said('no'))],
    'call-now-refused',
    'setCardStatus',
  ],
  ['another success', [put(200)], [put(202)], 'success-status-replaced', 'setCardStatus'],
  ['another refusal', [put(409, said('a'))], [put(400, said('a'))], 'refusal-status-replaced', 'setCardStatus'],
  ['another error code', [put(409, said('a'))], [put(409, said('b'))], 'error-code-changed', 'setCardStatus'],
  ['another message', [put(409, said('a'))], [put(409, { ...said('a'), message: 'other prose' })], '', ''],
  ['no answer', [{}], [{ change: failed }], 'call-now-unanswered', 'getCard'],
  [
    'the second of two calls is refused',
    [put(409, said('a')), put(200), put(409, said('a'))],
    [put(409, said('a')), put(409, said('a')), put(409, said('a'))],
    'call-now-refused',
    'setCardStatus',
  ],
  ['a reading also finds nothing', [{}], [{}, { status: 404, answer: said('a') }], 'answer-appeared', 'getCard'],
  ['readings repeated more often', [{}], [{}, {}, {}], '', ''],
  ['a reply of ours', [{}], [{}, { answer: { odd: true }, change: { replayed: true } }], '', ''],
];

for (const [what, before, after, rule, place] of cases) {
  test(`${what}: ${rule === '' ? 'no difference' : rule}`, async () => {
    const [old, next] = [await observed({ calls: before }), await observed({ calls: after })];
    const diff = compareBehaviour(old, next);
    const found = diff.changes.map((change) => `${change.rule} ${change.place}`);
    assert.deepEqual(found, rule === '' ? [] : [`${rule} ${place}`]);
    assert.equal(shapeProblem('behaviour-diff', diff), null);
    assert.deepEqual(compareBehaviour(next, next).changes, []);
    assert.deepEqual(mirrored(compareBehaviour(next, old)), diff.changes.map(outline));
    for (const { exchanges } of diff.changes) assert.ok(exchanges.old !== null || exchanges.new !== null);
  });
}

test('a fingerprint does not depend on runs, exchanges and the scenarios that show the change', async () => {
  const with_ = (scenario: string, answer: SmallCall['answer'] = { status: 1 }): SmallCall => ({ scenario, answer });
  const one = compareBehaviour(await observed({ calls: [with_('a', card)] }), await observed({ calls: [with_('a')] }));
  const other = compareBehaviour(
    await observed({ run: { runId: 'run-x' }, calls: [with_('b', card), with_('a', card)] }),
    await observed({ run: { runId: 'run-y' }, calls: [with_('c'), with_('b')] }),
  );
  const marks = ({ changes }: BehaviourDiff) => changes.map(({ rule, fingerprint }) => [rule, fingerprint]);
  assert.equal(one.changes.length, 2);
  assert.deepEqual(marks(one), marks(other));
});

test('what only one run exercised is not observed, and nothing else', async () => {
  const old = await observed({
    calls: [{ scenario: 'a' }, { scenario: 'b', operation: 'listCards', answer: { items: [card] } }],
  });
  const next = await observed({ run: { partial: true }, calls: [{ scenario: 'a' }] });
  const { changes, verdicts, notObserved, class: found } = compareBehaviour(old, { ...next, catalogue: ['a', 'b'] });
  assert.deepEqual([changes, verdicts, found], [[], [], 'cosmetic']);
  assert.deepEqual(
    notObserved.map(({ what, id, side, why }) => `${what} ${id} ${side} ${why}`),
    ['scenario b new not selected', 'operation listCards new never called'],
  );
});

test('runs without a common scenario: nothing could be compared, which is unknown', async () => {
  const [old, next] = [await observed({ calls: [{ scenario: 'a' }] }), await observed({ calls: [{ scenario: 'b' }] })];
  const { class: found, changes, compared } = compareBehaviour(old, { ...next, catalogue: old.catalogue });
  assert.deepEqual([found, compared, changes.map(({ rule }) => rule)], ['unknown', 0, ['nothing-compared']]);
});

test('a state that was seen in passing tells nothing by its absence, one that stayed does', async () => {
  const passing = await observed({ calls: [{ answer: { status: 2 } }, { answer: { status: 1 } }] });
  const stayed = await observed({ calls: [{ answer: { status: 1 } }] });
  assert.deepEqual(compareBehaviour(passing, stayed).changes, []);
  const elsewhere = await observed({ calls: [{ answer: { status: 2 } }] });
  assert.deepEqual(
    compareBehaviour(stayed, elsewhere).changes.map(({ words }) => words),
    [
      'getCard success /body/status no longer is 1 where the same scenarios saw it before',
      'getCard success /body/status now also is 2',
    ],
  );
});

test('calls outside every scenario are compared as well', async () => {
  const [old, next] = [{ alias: 'A', id: 1 }, { id: 1 }].map((answer) => [
    {},
    { scenario: null, operation: 'listCards' as const, answer },
  ]);
  const diff = compareBehaviour(await observed({ calls: old ?? [] }), await observed({ calls: next ?? [] }));
  assert.deepEqual(
    diff.changes.map(({ place, scenarios }) => [place, scenarios]),
    [['listCards success /body/alias', []]],
  );
});

function outline({ rule, place, before, after }: BehaviourDiff['changes'][number]): string {
  return JSON.stringify([rule, place, before, after]);
}

/** The changes of the way back, turned round. */
function mirrored({ changes }: BehaviourDiff): readonly string[] {
  return changes.map(({ rule, place, before, after }) => JSON.stringify([behaviourMirror(rule), place, after, before]));
}
