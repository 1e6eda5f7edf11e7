import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ownContractPath } from '../../config/own-contract-path.js';
import { readOpenApi } from '../../contract/document/read-open-api.js';
import { createRandom } from '../../runner/random.js';
import { compareContracts, type PlacedChange } from './compare-contracts.js';
import { mirrorOf, type DiffRuleId } from './rules/diff-rules.js';
import { blindEdit } from './testing/blind-edit.js';
import { at, operation, properties, put, type Draft } from './testing/draft-edits.js';
import { plantedChanges, preparedContract } from './testing/planted-changes.js';
import { rewritings } from './testing/rewritings.js';

const own = richContract(await readOpenApi(ownContractPath, (file) => readFile(file, 'utf8')));

/** Our contract with what it has no example of, so that every rewriting has something to rewrite. */
function richContract(contract: Draft): Draft {
  const draft = preparedContract(contract);
  const body = operation(draft, '/support/tickets', 'post')['requestBody'];
  put(at(draft, '/components'), { requestBodies: { Ticket: body } });
  put(operation(draft, '/support/tickets', 'post'), { requestBody: { $ref: '#/components/requestBodies/Ticket' } });
  put(properties(draft, 'TicketRequest'), {
    channel: { type: 'string', enum: ['app'], example: 'app' },
    origin: { const: 'client' },
    parent: { anyOf: [{ $ref: '#/components/schemas/TicketRequest' }, { type: 'null' }] },
    holder: { $ref: '#/components/schemas/CardKind', description: 'Which kind of card.' },
  });
  put(properties(draft, 'TicketCreated'), {
    parent: { anyOf: [{ $ref: '#/components/schemas/TicketCreated' }, { type: 'null' }] },
    note: { type: ['object', 'null'], required: ['text'], properties: { text: { type: 'string' } } },
    kind: { type: ['string', 'null'], enum: ['a', 'b', null] },
  });
  return draft;
}

const isFelt = (change: PlacedChange) => change.class !== 'cosmetic';

/**
 * What may be felt in which operation. Written twice, one thing is two changes, in as many operations as before; a component that
 * nothing refers to any more has it too, and is left out here.
 */
const felt = (changes: readonly PlacedChange[]) => {
  const lines = changes.filter(isFelt).map(({ class: weight, rule, uses }) => ({
    told: `${weight} ${rule}`,
    uses: uses.map(({ operation, direction }) => `${weight} ${rule} ${direction} ${operation}`),
  }));
  const used = new Set(lines.filter(({ uses }) => uses.length > 0).map(({ told }) => told));
  const unused = lines.filter(({ told }) => !used.has(told)).map(({ told }) => told);
  return [...new Set([...unused, ...lines.flatMap(({ uses }) => uses)])].sort();
};

for (const { what, rewrite } of rewritings) {
  test(`another writing of the same contract is no change: ${what}`, () => {
    const random = createRandom(20_261_122);
    let rewritten = 0;
    for (let round = 0; round < 12; round += 1) {
      const next = structuredClone(own);
      if (rewrite(next, random)) rewritten += 1;
      for (const [old, other] of [
        [own, next],
        [next, own],
      ] as const) {
        const found = compareContracts(old, other).filter(isFelt);
        assert.deepEqual(found, []);
      }
    }
    assert.ok(rewritten > 0, 'our contract has nothing that can be written so');
  });
}

for (const { what, edit } of plantedChanges) {
  test(`rewritings all over hide nothing and add nothing: ${what}`, () => {
    const edited = structuredClone(own);
    edit(edited);
    const alone = felt(compareContracts(own, edited));
    for (let seed = 1; seed <= 3; seed += 1) {
      const random = createRandom(seed);
      const next = structuredClone(edited);
      for (let step = 0; step < 25; step += 1)
        rewritings[Math.floor(random() * rewritings.length)]?.rewrite(next, random);
      assert.deepEqual(felt(compareContracts(own, next)), alone, `seed ${seed}`);
    }
  });
}

test('rewritings all over hide nothing of 60 random edits that know nothing of the rules, and add nothing', () => {
  const random = createRandom(20_261_123);
  for (let round = 0; round < 60; round += 1) {
    const edited = structuredClone(own);
    const { what, at: where } = blindEdit(edited, random);
    const alone = felt(compareContracts(own, edited));
    const next = structuredClone(edited);
    const done: string[] = [];
    for (let step = 0; step < 8; step += 1) {
      const rewriting = rewritings[Math.floor(random() * rewritings.length)];
      if (rewriting?.rewrite(next, random) === true) done.push(rewriting.what);
    }
    assert.deepEqual(felt(compareContracts(own, next)), alone, `${what} at ${where}; then ${done.join(', ')}`);
  }
});

const cardKind = { $ref: '#/components/schemas/CardKind' };
const orNull = [{ type: 'null' }];
const asNew: Readonly<Record<string, readonly [Draft, Draft, readonly string[]]>> = {
  'a reference that may be null now': [cardKind, { anyOf: [cardKind, ...orNull] }, ['null-admitted']],
  'a reference that may no longer be null': [{ oneOf: [...orNull, cardKind] }, cardKind, ['null-excluded']],
  'a text that may be null now': [{ type: 'string' }, { oneOf: [{ type: 'string' }, ...orNull] }, ['null-admitted']],
  'a limit inside the only part of allOf': [{ allOf: [{ type: 'string', maxLength: 9 }] }, { type: 'string', maxLength: 8 }, ['limit-tightened']], // prettier-ignore
  'a limit beside a reference, and none in place': [{ ...cardKind, maxLength: 9 }, { type: 'string', enum: ['virtual', 'physical'] }, ['limit-loosened']], // prettier-ignore
  'another alternative': [{ type: 'string' }, { oneOf: [{ type: 'integer' }, { type: 'string' }] }, ['alternative-added']], // prettier-ignore
  'a part that reaches into what stands beside it': [{ type: 'object', properties: { a: {} }, additionalProperties: false }, { additionalProperties: false, allOf: [{ type: 'object', properties: { a: {} } }] }, ['optional-member-removed', 'part-constrained', 'type-widened']], // prettier-ignore
};
for (const [what, [before, after, rules]] of Object.entries(asNew)) {
  test(`a change is a change however it is written: ${what}`, () => {
    const versions = [before, after].map((schema) => {
      const draft = structuredClone(own);
      put(properties(draft, 'TicketCreated'), { examined: schema });
      return draft;
    });
    const [old = own, next = own] = versions;
    const told = (changes: readonly PlacedChange[]) =>
      [...new Set(changes.filter(isFelt).map(({ rule }) => rule))].sort();
    assert.deepEqual(told(compareContracts(old, next)), rules);
    assert.deepEqual(told(compareContracts(next, old)), rules.map((rule) => mirrorOf(rule as DiffRuleId)).sort());
  });
}
