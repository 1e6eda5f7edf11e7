import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RuleChange } from '../../contract/contract-changes.js';
import { contractOf } from '../../contract/contract-of.js';
import { smallDocument } from '../../contract/fixtures/small-contract.js';
import { createJudge, type Judge } from '../../contract/judge.js';
import type { JsonObject } from '../../json/json-pointer.js';
import { compileValidators } from '../../contract/validators.js';
import { applyOverlay } from '../../contract/document/apply-overlay.js';
import { overlayOf } from '../../contract/document/overlay.js';
import { loadContract } from '../../contract/load-contract.js';
import { ownContractPath } from '../../config/own-contract-path.js';
import { CodedError } from '../../messages/coded-error.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import { mirrorOf, type DiffRuleId } from '../contract/rules/diff-rules.js';
import { contractChangesOf } from './contract-changes-of.js';
import { effectOfRule } from './rule-effects.js';
import { smallEdits } from './testing/small-edits.js';
import { smallExchanges } from './testing/small-exchanges.js';

const small = smallDocument();

function judgeOf(document: JsonObject): Judge | null {
  try {
    const contract = contractOf(document);
    return createJudge(contract, compileValidators(contract, 'anew'));
  } catch (error) {
    if (error instanceof CodedError) return null;
    throw error;
  }
}

const weight = { advisory: 0, review: 1, fail: 2 } as const;

/** The worst that is held against each exchange. */
function severities(judge: Judge): readonly number[] {
  return smallExchanges.map((exchange) => {
    const { outcome, findings } = judge(exchange);
    return outcome === 'not-judged' ? 3 : Math.max(0, ...findings.map(({ level }) => weight[level]));
  });
}

test('whatever the judge lets pass after an edit of the contract, and did not before, is listed as weaker', () => {
  const judge = judgeOf(small);
  assert.ok(judge);
  const before = severities(judge);
  const missed: string[] = [];
  let [judged, weaker] = [0, 0];
  for (const { what, document } of oneInFive(smallEdits(small))) {
    if (weakens(document)) {
      weaker += 1;
      continue;
    }
    const edited = judgeOf(document);
    if (edited === null) continue;
    judged += 1;
    if (severities(edited).some((found, at) => found < (before[at] ?? 0))) missed.push(what);
  }
  assert.deepEqual(missed, []);
  assert.ok(judged > 200 && weaker > 200, `${judged} judged, ${weaker} weaker`);
});

/** All of them take a minute. */
function* oneInFive<Item>(items: Iterable<Item>): Generator<Item> {
  let count = 0;
  for (const item of items) if (count++ % 5 === 0) yield item;
}

function weakens(document: JsonObject): boolean {
  return contractChangesOf(small, document).changes.some(({ effect }) => effect === 'weaker');
}

const own = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
const published = own.document as unknown as JsonObject;

/** The changes that an overlay makes in the contract of this build. */
function changesBy(...actions: readonly JsonObject[]): readonly RuleChange[] {
  const overlay = overlayOf({ overlay: '1.0.0', info: { title: 'o', version: '1' }, actions }, 'o.yaml');
  const found = contractChangesOf(published, applyOverlay(published, overlay));
  assert.equal(shapeProblem('contract-changes', found), null);
  assert.equal(found.published.sha256, own.sha256);
  return found.changes;
}

const balance = '$.components.schemas.CardBalance';
const without = (target: string) => ({ target, remove: true });
const simulation = "$.paths['/staging/cards/{cardId}/spend'].post";

/** What an operator writes, and how the list tells it: effect, rule, both values and operations of each change that is not neutral. */
const overlays: readonly (readonly [string, readonly JsonObject[], readonly unknown[]])[] = [
  [
    'a documented type that is taken away and put back without one',
    [without(`${balance}.properties.currency`), { target: `${balance}.properties`, update: { currency: {} } }],
    [
      ['weaker', 'type-widened', 'integer', 'any type', ['getCardBalance']],
      ['weaker', 'values-freed', '[0,1,2,3]', null, ['getCardBalance']],
    ],
  ],
  [
    'a documented object that is said to be assumed',
    [{ target: balance, update: { 'x-provenance': 'assumed' } }],
    [['weaker', 'mark-changed', 'documented', 'assumed', ['getCardBalance']]],
  ],
  [
    'an open question that is said to cover a documented member',
    [{ target: `${balance}.properties.currency`, update: { 'x-questions': ['K-01'] } }],
    [['weaker', 'mark-changed', null, '["K-01"]', ['getCardBalance']]],
  ],
  [
    'a question about all answers of an operation',
    [{ target: "$.paths['/cards/{cardId}/balance'].get.responses", update: { 'x-questions': ['K-01'] } }],
    [['weaker', 'extension-changed', null, '["K-01"]', ['getCardBalance']]],
  ],
  [
    'an object that is said to be open',
    [{ target: balance, update: { additionalProperties: true } }],
    [['weaker', 'annotation-changed', null, 'true', ['getCardBalance']]],
  ],
  [
    'a member that need not be there',
    [without(`${balance}.required[?@ == 'currency']`)],
    [
      [
        ...['weaker', 'member-became-optional', '["ledgerBalance","availableBalance","currency"]'],
        ...['["ledgerBalance","availableBalance"]', ['getCardBalance']],
      ],
    ],
  ],
  [
    'a simulation that the platform confirmed: the legitimate use, which weakens nothing',
    [{ target: simulation, update: { 'x-provenance': 'confirmed' } }],
    [['stronger', 'mark-changed', 'assumed', 'confirmed', ['simulateCardSpend']]],
  ],
  ['words only', [{ target: balance, update: { description: 'What is there.' } }], []],
];

for (const [what, actions, expected] of overlays) {
  test(`an overlay: ${what}`, () => {
    const told = changesBy(...actions)
      .filter(({ effect }) => effect !== 'neutral')
      .filter(({ words }) => !words.endsWith('(x-rules)'))
      .map(({ effect, rule, published: was, judged: is, operations }) => [effect, rule, was, is, operations]);
    assert.deepEqual(told, expected);
  });
}

test('each change says how well the published contract knows the rule, and where it stands in either', () => {
  const [weaker] = changesBy(without(`${balance}.required[?@ == 'currency']`));
  assert.equal(weaker?.provenance, 'documented');
  assert.deepEqual(weaker.at, {
    published: '/components/schemas/CardBalance/required',
    judged: '/components/schemas/CardBalance/required',
  });
  const [assumed] = changesBy({ target: simulation, update: { 'x-provenance': 'confirmed' } });
  assert.equal(assumed?.provenance, 'assumed');
  const [key] = changesBy({ target: '$.components.securitySchemes.apiKey', update: { name: 'X-Other-Key' } });
  assert.equal(key?.provenance, 'documented');
});

test('a PIN that is described for one answer more, where nothing says that it is only sent, is weaker for every operation', () => {
  const changes = changesBy({ target: `${balance}.properties`, update: { newPin: { type: 'string' } } });
  const weaker = changes.filter(({ effect }) => effect === 'weaker');
  assert.deepEqual(
    weaker.map(({ rule }) => rule),
    ['write-only-lifted'],
  );
  assert.ok((weaker[0]?.operations.length ?? 0) > 30, 'it is refused by name in every answer');
  assert.match(weaker[0]?.words ?? '', /^members named newPin are described in more places/);
});

test('a mark of the whole document reaches every operation below it', () => {
  const [change] = changesBy({ target: '$', update: { 'x-questions': ['K-01'] } });
  assert.ok((change?.operations.length ?? 0) > 30);
  const below = changesBy({ target: "$.paths['/cards/{cardId}/balance']", update: { 'x-provenance': 'inferred' } });
  assert.deepEqual(below[0]?.operations, ['getCardBalance']);
});

test('what the judge reads of the components, whatever refers to them, reaches every operation; the rest of them none', () => {
  const bare = {
    openapi: '3.1.0',
    info: { title: 'B', version: '1' },
    paths: { '/a': { get: { operationId: 'a', responses: {} } } },
  };
  const withComponents = (components: JsonObject): JsonObject => ({
    ...bare,
    'x-provenance': 'documented',
    components,
  });
  const [error, other] = [{ required: ['status'] }, { required: ['x'] }];
  const told = (before: JsonObject, after: JsonObject) =>
    contractChangesOf(withComponents(before), withComponents(after)).changes.map(({ effect, rule, operations }) => [
      effect,
      rule,
      operations,
    ]);
  assert.deepEqual(told({ schemas: { Error: error } }, { schemas: {} }), [['weaker', 'component-removed', ['a']]]);
  assert.deepEqual(told({ schemas: { Error: error } }, { schemas: { Error: {} } }), [
    ['weaker', 'member-became-optional', ['a']],
  ]);
  assert.deepEqual(told({ schemas: { Other: other } }, { schemas: { Other: {} } }), [
    ['neutral', 'member-became-optional', []],
  ]);
  assert.deepEqual(told({ schemas: { Other: other } }, { schemas: { Other: other }, 'x-questions': ['K-01'] }), [
    ['weaker', 'mark-changed', ['a']],
  ]);
});

test('the same contract gives no change', () => {
  assert.deepEqual(contractChangesOf(published, structuredClone(published)).changes, []);
});

test('each kind of change that is stronger has a mirror that is weaker', () => {
  for (const rule of Object.keys(effectOfRule) as DiffRuleId[]) {
    const effect = effectOfRule[rule];
    if (effect === 'stronger') assert.equal(effectOfRule[mirrorOf(rule)], 'weaker', rule);
  }
});
