import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Json } from '../trace/exchange.js';
import { contractOf } from './contract-of.js';
import { isObject, pointerOf, type JsonObject } from '../json/json-pointer.js';
import { parseText } from './document/read-document.js';
import { isProvenDocument } from './document/proven-document.js';
import { said } from './fixtures/said.js';
import { exchangeOf } from './fixtures/small-exchange.js';
import { valueArbitrary } from './fixtures/value-arbitrary.js';
import { createJudge } from './judge.js';
import { ownContractPath } from '../config/own-contract-path.js';
import type { OperationPlan } from './operation/operation-plan.js';
import type { SchemaCheck } from './schema/schema-check.js';
import { compileValidators } from './validators.js';

const document = parseText(await readFile(ownContractPath, 'utf8'), 'openapi.yaml');
const contract = contractOf(document);
const validators = compileValidators(contract);
const judge = createJudge(contract, validators);

/** Every JSON body that a success of our contract may have. */
const successes = [...validators.plans.values()].flatMap((plan) =>
  plan.responses
    .filter(({ key }) => key.startsWith('2'))
    .flatMap(({ content }) => [...content].filter(([type]) => type === 'application/json'))
    .map(([, check]) => ({ plan, check })),
);

function judged(plan: OperationPlan, answer: Json) {
  const { operationId, method, path } = plan.operation;
  const call = { operationId, method, path: path.replace(/\{[^}]*\}/g, '7'), answer };
  return judge(exchangeOf({ ...call, change: { expectedInvalid: 'only the answer is looked at' } }));
}

function requiredMembers(check: SchemaCheck, value: Json): readonly string[] {
  const found = new Set<string>();
  check.walk(value, ({ pointer, value: part, uses }) => {
    if (!isObject(part)) return;
    for (const { schema } of uses) {
      const names: unknown = schema['required'];
      for (const name of Array.isArray(names) ? names.map(String) : []) found.add(pointer + pointerOf(name));
    }
  });
  return [...found];
}

function without(value: Json, pointer: string): Json {
  const copy = structuredClone(value);
  const parts = pointer.split('/').slice(1);
  const holder = parts.slice(0, -1).reduce<unknown>((part, name) => (part as JsonObject)[name], copy);
  Reflect.deleteProperty(holder as object, parts.at(-1) ?? '');
  return copy;
}

test('our contract was proved at build, so its schemas are compiled when they are used; all of them do', () => {
  assert.ok(isProvenDocument(document));
  const { plans } = compileValidators(contract, 'anew');
  assert.deepEqual([...plans.keys()], [...validators.plans.keys()]);
  assert.equal(isProvenDocument({ ...document, info: { title: 'another', version: '2' } }), false);
});

test('every operation of our contract has a success to judge', () => {
  assert.equal(validators.plans.size, contract.operations.size);
  assert.ok(successes.length >= 38, String(successes.length));
});

test('whatever the contract describes is conforming, without any finding', () => {
  for (const { plan, check } of successes) {
    fc.assert(
      fc.property(valueArbitrary(document, check.schema), (answer) => {
        assert.deepEqual(judged(plan, answer), { outcome: 'conforming', findings: [] }, plan.operation.operationId);
      }),
      { numRuns: 15, seed: 7 },
    );
  }
});

test('a required member that is missing is found at its place', () => {
  let removed = 0;
  for (const { plan, check } of successes) {
    fc.assert(
      fc.property(valueArbitrary(document, check.schema), (answer) => {
        for (const pointer of requiredMembers(check, answer)) {
          const judgement = judged(plan, without(answer, pointer));
          const expected = ` response-body-schema /response/body${pointer}`;
          assert.equal(judgement.outcome, 'violating', `${plan.operation.operationId} ${pointer}`);
          assert.ok(
            said(judgement).some((line) => line.endsWith(expected)),
            `${plan.operation.operationId} ${pointer}`,
          );
          removed += 1;
        }
      }),
      { numRuns: 3, seed: 7 },
    );
  }
  assert.ok(removed > 100, String(removed));
});

test('a refusal in the form of the contract is conforming under every code', () => {
  for (const plan of validators.plans.values()) {
    const { operationId, method, path } = plan.operation;
    for (const status of [200, 400, 401, 403, 404, 409, 422, 429, 500, 503]) {
      const answer = { status: 'error', code: 'refused', message: 'No.' };
      const call = { operationId, method, path: path.replace(/\{[^}]*\}/g, '7'), answer, status };
      const judgement = judge(exchangeOf({ ...call, change: { expectedInvalid: 'only the answer is looked at' } }));
      if (status === 200 && !plan.responses.some(({ key }) => key === '200' || key === '2XX')) continue;
      assert.deepEqual(judgement, { outcome: 'conforming', findings: [] }, `${operationId} ${status}`);
    }
  }
});
