import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../trace/exchange.js';
import { exchangeFixture } from '../verdict/checks/exchange-fixture.js';
import type { Probe } from './open-question.js';
import { probeExchange } from './probe-exchange.js';

const base: Probe = {
  operation: 'getCard',
  condition: '2XX',
  pointer: '/response/body/a',
  by: 'value',
  map: { '1': 'one' },
};
const probe = (change: Partial<Probe>): Probe => ({ ...base, ...change });
const answer = (body: Json, status = 200) => exchangeFixture({ body, status });
const seen = (change: Partial<Probe>, exchange = answer({ a: 1 })) =>
  probeExchange(probe(change), exchange).map(({ reading, value }) => [reading, value]);

test('a value names its reading, and a value nobody mapped says nothing', () => {
  assert.deepEqual(seen({}), [['one', '1']]);
  assert.deepEqual(seen({}, answer({ a: 2 })), []);
  assert.deepEqual(seen({ map: { '1': 'one', '*': 'other' } }, answer({ a: 2 })), [['other', '2']]);
});

test('operation, status and every condition have to fit', () => {
  assert.deepEqual(seen({ operation: 'listCards' }), []);
  assert.deepEqual(seen({ operation: ['listCards', 'getCard'] }), [['one', '1']]);
  assert.deepEqual(seen({ operation: '*' }), [['one', '1']]);
  assert.deepEqual(seen({ condition: '4XX' }), []);
  assert.deepEqual(seen({ condition: '200' }), [['one', '1']]);
  assert.deepEqual(seen({ when: [{ pointer: '/identity', equals: 'program' }] }), [['one', '1']]);
  assert.deepEqual(seen({ when: [{ pointer: '/identity', equals: 'no-key' }] }), []);
  assert.deepEqual(seen({ when: [{ pointer: '/expectedInvalid', present: true }] }), []);
  assert.deepEqual(seen({ when: [{ pointer: '/expectedInvalid', present: false }] }), [['one', '1']]);
});

test('who is turned away at the door answers nothing but a question about that', () => {
  const turnedAway = { ...answer({ a: 1 }, 403), identity: 'no-key' };
  assert.deepEqual(seen({ condition: '4XX' }, turnedAway), []);
  const about = { condition: '4XX', when: [{ pointer: '/identity', equals: 'no-key' }] };
  assert.deepEqual(seen(about, turnedAway), [['one', '1']]);
});

test('every entry of a list counts, each reading once', () => {
  const list = answer({ items: [{ a: 2 }, { a: 1 }, { a: 1 }] });
  assert.deepEqual(seen({ pointer: '/response/body/items/*/a' }, list), [['one', '1']]);
});

test('absence is a fact only where a body could have held the member', () => {
  const by = { by: 'presence', map: { present: 'there', absent: 'missing' } } as const;
  assert.deepEqual(seen(by), [['there', 'present']]);
  assert.deepEqual(seen(by, answer({ b: 1 })), [['missing', 'absent']]);
  assert.deepEqual(seen(by, answer([])), [['missing', 'absent']]);
  const text = {
    ...answer({}),
    response: { status: 200, headers: {}, body: { kind: 'text', text: 'a', problem: 'b' } },
  } as const;
  assert.deepEqual(seen(by, text), []);
  assert.deepEqual(seen(by, exchangeFixture({ failure: 'reset' })), []);
});

test('an object one level down counts, unless the body itself is meant', () => {
  const nested = answer({ status: 'success', result: { a: 1 } });
  assert.deepEqual(seen({}, nested), [['one', '1']]);
  assert.deepEqual(seen({ exact: true }, nested), []);
});

test('types and forms are told apart', () => {
  const types = { by: 'type', map: { integer: 'i', null: 'n', string: 's', absent: 'none' } } as const;
  assert.deepEqual(
    [1, null, 'x'].map((a) => seen(types, answer({ a }))[0]?.[0]),
    ['i', 'n', 's'],
  );
  assert.deepEqual(seen(types, answer({})), [['none', 'absent']]);
  const forms = { by: 'form', map: { '^\\d+\\.\\d\\d$': 'literal', '*': 'else' } } as const;
  assert.deepEqual(seen(forms, answer({ a: '12.34' })), [['literal', '9.9']]);
  assert.deepEqual(seen(forms, answer({ a: '1234' })), [['else', '9']]);
});

test('a value may be the answer itself', () => {
  const itself: Probe = { operation: 'getCard', condition: '2XX', pointer: '/response/body/a', by: 'itself' };
  assert.deepEqual(
    probeExchange(itself, answer({ a: 'pending' })).map(({ reading, value }) => [reading, value]),
    [[null, 'pending']],
  );
});
