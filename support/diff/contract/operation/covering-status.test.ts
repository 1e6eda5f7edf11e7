import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareContracts, type PlacedChange } from '../compare-contracts.js';
import { mirrorOf } from '../rules/diff-rules.js';

const answer = (schema: object) => ({ description: 'An answer.', content: { 'application/json': { schema } } });
const card = answer({ type: 'object', required: ['id'], properties: { id: { type: 'integer' } } });
const looseCard = answer({ type: 'object', properties: { id: { type: 'integer' } } });
const refusal = answer({ type: 'object', properties: { code: { type: 'string' } } });

function contract(responses: object, holder: 'paths' | 'webhooks' = 'paths') {
  const operation = { operationId: 'getCard', responses };
  const place = holder === 'paths' ? { '/card': { get: operation } } : { called: { post: operation } };
  return { openapi: '3.1.0', info: { title: 'Cards', version: '1' }, [holder]: place };
}

const told = (changes: readonly PlacedChange[]) => changes.map((change) => `${change.class} ${change.rule}`).sort();

const cases: Readonly<Record<string, readonly [object, object, readonly string[], readonly string[]]>> = {
  'a range that becomes one of its codes': [{ '2XX': card }, { 201: card }, ['additive status-narrowed'], ['conditionally-breaking status-widened']], // prettier-ignore
  'a range of another form': [{ '2XX': card }, { 201: looseCard }, ['additive status-narrowed', 'breaking member-became-optional'], ['additive member-became-required', 'conditionally-breaking status-widened']], // prettier-ignore
  'a range that becomes two of its codes': [{ '2XX': card }, { 200: card, 201: card }, ['additive status-narrowed'], ['conditionally-breaking status-widened']], // prettier-ignore
  'a code beside its range': [{ '2XX': card }, { '2XX': card, 201: card }, ['conditionally-breaking success-status-added'], ['breaking success-status-removed']], // prettier-ignore
  'errors by default that are listed': [{ 200: card, default: refusal }, { 200: card, '4XX': refusal, '5XX': refusal }, ['additive status-narrowed'], ['conditionally-breaking status-widened']], // prettier-ignore
  'one more error beside default': [{ 200: card, default: refusal }, { 200: card, default: refusal, 409: refusal }, ['additive error-status-added'], ['conditionally-breaking error-status-removed']], // prettier-ignore
  'errors by default that are described now': [{ 200: card }, { 200: card, default: refusal }, ['additive error-status-added'], ['conditionally-breaking error-status-removed']], // prettier-ignore
  'everything by default that is a success and errors': [{ default: card }, { 200: card, '4XX': card }, ['additive status-narrowed'], ['conditionally-breaking status-widened']], // prettier-ignore
  'another success beside errors by default': [{ 200: card, default: refusal }, { 200: card, 201: card, default: refusal }, ['conditionally-breaking success-status-added'], ['breaking success-status-removed']], // prettier-ignore
  'a success that is another one': [
    { 200: card },
    { 201: card },
    ['breaking status-changed'],
    ['breaking status-changed'],
  ],
};
for (const [what, [before, after, forth, back]] of Object.entries(cases)) {
  test(`what is answered: ${what}`, () => {
    const [old, next] = [contract(before), contract(after)];
    const found = compareContracts(old, next);
    assert.deepEqual(told(found), forth);
    assert.deepEqual(told(compareContracts(next, old)), back);
    const mirrored = found.map(({ rule }) => mirrorOf(rule)).sort();
    assert.deepEqual(compareContracts(next, old).map(({ rule }) => rule).sort(), mirrored); // prettier-ignore
  });
}

test('what we answer is narrowed the other way round: a client that answers as before is refused', () => {
  const [old, next] = [contract({ '2XX': card }, 'webhooks'), contract({ 204: card }, 'webhooks')];
  assert.deepEqual(told(compareContracts(old, next)), ['breaking status-narrowed']);
  assert.deepEqual(told(compareContracts(next, old)), ['additive status-widened']);
});
