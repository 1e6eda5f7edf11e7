import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { createRandom } from '../../runner/random.js';
import { valueAt } from '../../json/json-pointer.js';
import { readOpenApi } from '../../contract/document/read-open-api.js';
import { ownContractPath } from '../../config/own-contract-path.js';
import { compareContracts, type PlacedChange } from './compare-contracts.js';
import { mirrorOf } from './rules/diff-rules.js';
import { blindEdit } from './testing/blind-edit.js';
import type { Draft } from './testing/draft-edits.js';
import { plantedChanges, preparedContract } from './testing/planted-changes.js';

const own = (await readOpenApi(ownContractPath, (file) => readFile(file, 'utf8'))) as Draft;

const at = (draft: Draft, pointer: string) => valueAt(draft, pointer) as Draft;

/** What tells a change from others, and what its mirror must be told by. */
const identity = ({ rule, oldAt, newAt }: PlacedChange) => `${rule} ${oldAt} ${newAt}`;
const mirrored = ({ rule, oldAt, newAt }: PlacedChange) => `${mirrorOf(rule)} ${newAt} ${oldAt}`;

test('a contract does not differ from itself', () => {
  assert.deepEqual(compareContracts(own, structuredClone(own)), []);
});

for (const { what, rule, class: expected, edit } of plantedChanges) {
  test(`planted: ${what}`, () => {
    const old = preparedContract(own);
    const next = structuredClone(old);
    edit(next);
    const found = compareContracts(old, next);
    assert.deepEqual(
      found.map((change) => [change.rule, change.class]),
      [[rule, expected]],
      JSON.stringify(found, null, 1),
    );
  });
}

const whatAllInherit: Readonly<Record<string, (draft: Draft) => void>> = {
  'security-scheme-changed': (draft) =>
    Object.assign(at(draft, '/components/securitySchemes/apiKey'), { name: 'X-Key' }),
  'server-moved': (draft) => Object.assign(at(draft, '/servers/0'), { url: 'https://staging.api.axyscards.com/v3' }),
};
for (const [rule, edit] of Object.entries(whatAllInherit)) {
  test(`${rule}: what operations inherit reaches each of them, and only those`, () => {
    const next = structuredClone(own);
    edit(next);
    const [found, ...others] = compareContracts(own, next);
    const operations = found?.uses.map(({ operation }) => operation) ?? [];
    assert.deepEqual([found?.rule, others], [rule, []]);
    assert.equal(operations.length, 40);
    assert.ok(!operations.some((operation) => operation.startsWith('webhook')), operations.join());
  });
}

test('another version in the path of every server is one move for each host, both ways', () => {
  const next = structuredClone(own);
  for (const server of next['servers'] as Draft[]) server['url'] = String(server['url']).replace('/v2', '/v3');
  const found = compareContracts(own, next);
  assert.ok((own['servers'] as Draft[]).length > 1);
  assert.deepEqual(
    found.map(({ rule }) => rule),
    (own['servers'] as Draft[]).map(() => 'server-moved'),
  );
  assert.equal(new Set(found.map(({ fingerprint }) => fingerprint)).size, found.length);
  assert.deepEqual(compareContracts(next, own).map(identity).sort(), found.map(mirrored).sort());
});

const responsesOf = (draft: Draft) => at(draft, '/paths/~1wallets~1transfer/post/responses');
const problem = { description: 'Refused.', content: { 'application/problem+json': { schema: { type: 'object' } } } };

const withPurpose = (purpose: Draft) => {
  const next = structuredClone(own);
  Object.assign(at(next, '/components/schemas/VirtualCardRequest/properties'), { purpose });
  (at(next, '/components/schemas/VirtualCardRequest')['required'] as unknown[]).push('purpose');
  const [found] = compareContracts(own, next);
  assert.equal(found?.rule, 'required-member-added');
  return found.fingerprint;
};

test('a new member with another schema has another fingerprint, so that an approval of the first does not cover it', () => {
  const first = withPurpose({ type: 'string' });
  assert.notEqual(withPurpose({ type: 'integer' }), first);
  assert.notEqual(withPurpose({ type: 'string', enum: ['travel'] }), first);
  const named = { type: 'object', properties: { description: { type: 'string' } } };
  assert.notEqual(withPurpose(named), withPurpose({ ...named, properties: {} }));
});

test('what only explains a new member is no part of its fingerprint', () => {
  const first = withPurpose({ type: 'string' });
  assert.equal(
    withPurpose({ description: 'What for.', type: 'string', example: 'travel', 'x-source': 'a page' }),
    first,
  );
});

test('an error that a range answered before in another form is more than a new status, both ways', () => {
  const next = structuredClone(own);
  responsesOf(next)['409'] = problem;
  const found = compareContracts(own, next);
  assert.deepEqual(
    found.map((change) => [change.class, change.rule]),
    [
      ['conditionally-breaking', 'covered-error-changed'],
      ['additive', 'error-status-added'],
    ],
  );
  assert.deepEqual(compareContracts(next, own).map(identity).sort(), found.map(mirrored).sort());
});

test('a status that answers what its range answered is new and nothing else', () => {
  const next = structuredClone(own);
  responsesOf(next)['422'] = { $ref: '#/components/responses/Refusal' };
  const found = compareContracts(own, next);
  assert.deepEqual(
    found.map(({ rule }) => rule),
    ['error-status-added'],
  );
});

test('forty changes in one candidate: each found once, classed right, none invented', () => {
  const old = preparedContract(own);
  const next = structuredClone(old);
  for (const { edit } of plantedChanges) edit(next);
  const found = compareContracts(old, next);
  const told = (list: readonly { readonly rule: string; readonly class: string }[]) =>
    list.map((change) => `${change.class} ${change.rule}`).sort();
  assert.equal(plantedChanges.length, 40);
  assert.deepEqual(told(found), told(plantedChanges));
  assert.equal(new Set(found.map(({ fingerprint }) => fingerprint)).size, 40);
  assert.deepEqual(compareContracts(next, old).map(identity).sort(), found.map(mirrored).sort());
});

test('200 random edits that know nothing of the rules: each is found, and the other way round as its mirror', () => {
  const random = createRandom(20_261_121);
  for (let round = 0; round < 200; round += 1) {
    const next = structuredClone(own);
    const edit = blindEdit(next, random);
    const found = compareContracts(own, next);
    assert.ok(found.length > 0, `nothing was found of an edit: ${edit.what} at ${edit.at}`);
    assert.equal(new Set(found.map(({ fingerprint }) => fingerprint)).size, found.length, `${edit.what} at ${edit.at}`);
    assert.deepEqual(
      compareContracts(next, own).map(identity).sort(),
      found.map(mirrored).sort(),
      `${edit.what} at ${edit.at}`,
    );
  }
});

/** Two operations that answer with one component, and what becomes of it in each. */
function answering(first: object, second: object): Draft {
  const answer = (schema: object) => ({
    get: { responses: { 200: { description: 'One.', content: { 'application/json': { schema } } } } },
  });
  const card = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } };
  return {
    openapi: '3.1.0',
    info: { title: 'Cards', version: '1' },
    paths: { '/first': answer(first), '/second': answer(second) },
    components: { schemas: { Card: card, Slip: { type: 'object', properties: { text: { type: 'string' } } } } },
  };
}

const card = { $ref: '#/components/schemas/Card' };
const slip = { $ref: '#/components/schemas/Slip' };
const inPlace = { type: 'object' };

for (const [what, first, second] of [
  ['described in place twice', inPlace, inPlace],
  ['exchanged for another component, and described in place', slip, inPlace],
] as const)
  test(`a component that is ${what}: each change has a fingerprint of its own, and says which operation it is in`, () => {
    const [old, next] = [answering(card, card), answering(first, second)];
    for (const found of [compareContracts(old, next), compareContracts(next, old)]) {
      assert.ok(found.length > 2);
      assert.equal(new Set(found.map(({ fingerprint }) => fingerprint)).size, found.length);
      for (const { place, newAt, oldAt } of found)
        for (const path of ['/first', '/second'])
          if (`${newAt} ${oldAt}`.includes(path.replace('/', '~1'))) assert.ok(place.includes(path), place);
    }
  });
