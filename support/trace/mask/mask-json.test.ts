import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '../exchange.js';
import { isLabel } from './label.js';
import { maskJson } from './mask-json.js';
import type { Redaction } from './redaction.js';
import { createSecrets, type Secrets } from './secrets.js';

const pan = '4111111111111111';

function masked(value: Json, secrets: Secrets = createSecrets({ key: new Uint8Array(32).fill(5) })) {
  const notes: Omit<Redaction, 'exchangeId'>[] = [];
  const context = {
    ...{ secrets, operationId: 'getCard', oneTimeCodes: false },
    note: (note: Omit<Redaction, 'exchangeId'>) => void notes.push(note),
  };
  return { value: maskJson(value, context, { pointer: '', side: 'response', member: null }), notes };
}

function memberOf(value: Json, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inside, name) => (inside as Readonly<Record<string, unknown>>)[name], value);
}

describe('masking a JSON value', () => {
  it('takes JSON in a text that names a member twice as a whole, because only the last value was read', () => {
    const text = '{"token":"tok_9f8e7d6c","dob":"1990-01-01","token":null,"dob":null}';
    const { value, notes } = masked({ message: text });
    assert.ok(isLabel(String(memberOf(value, 'message'))), JSON.stringify(value));
    assert.deepEqual(
      notes.map(({ pointer, rule }) => [pointer, rule]),
      [['/message', 'repeated-member']],
    );
  });

  it('leaves alone what is no secret: types, order, spaces inside of texts', () => {
    const value = { cardId: 7, open: true, none: null, list: [1, 'a', {}], text: '{ "a": 1 }' };
    assert.deepEqual(masked(value), { value, notes: [] });
  });

  it('masks by name at any depth, and everything below a sensitive member', () => {
    const { value, notes } = masked({ a: [{ cvv: { said: ['731', 731] } }] });
    const said = memberOf(value, 'a', '0', 'cvv', 'said') as readonly string[];
    assert.ok(said.every((label) => isLabel(label)));
    assert.deepEqual(
      notes.map(({ pointer, facts }) => [pointer, facts?.jsonType]),
      [
        ['/a/0/cvv/said/0', 'string'],
        ['/a/0/cvv/said/1', 'number'],
      ],
    );
  });

  it('notes a number as a number, whichever rule finds it', () => {
    const secrets = createSecrets({ key: new Uint8Array(32).fill(5) });
    for (const times of ['found by its form', 'known by now']) {
      const { value, notes } = masked({ n: Number(pan) }, secrets);
      assert.ok(isLabel(String(memberOf(value, 'n'))), times);
      assert.deepEqual([notes[0]?.facts?.jsonType, notes[0]?.facts?.cardNumber], ['number', true], times);
    }
  });

  it('masks inside JSON that is a text, and in the names of members, neither of which is lost', () => {
    const { value } = masked({ text: JSON.stringify({ pin: '8264' }), [pan]: 1, [`${pan} `]: 2 });
    const text = memberOf(value, 'text') as string;
    assert.ok(isLabel((JSON.parse(text) as { readonly pin: string }).pin));
    assert.deepEqual(
      Object.values(value as object)
        .slice(1)
        .sort(),
      [1, 2],
    );
    assert.ok(!JSON.stringify(value).includes(pan));
  });

  it('masks a number that lost its last digits when it was read', () => {
    const { value, notes } = masked([4111111111111111222]);
    assert.ok(isLabel(String(memberOf(value, '0'))));
    assert.equal(notes[0]?.rule, 'number-too-large');
  });

  it('masks twice as once', () => {
    const secrets = createSecrets({ key: new Uint8Array(32).fill(5) });
    const once = masked({ cvv: '731', note: `card ${pan}`, n: Number(pan) }, secrets).value;
    assert.deepEqual(masked(once, secrets).value, once);
  });
});
