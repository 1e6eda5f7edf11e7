import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownContractPath } from '../../config/own-contract-path.js';
import { loadContract } from '../../contract/load-contract.js';
import { loadLifecycles } from '../../lifecycle/load-lifecycles.js';
import type { Exchange, Json } from '../../trace/exchange.js';
import { exchangeFixture } from '../../verdict/checks/exchange-fixture.js';
import type { JsonObject } from '../../json/json-pointer.js';
import { listTargets } from '../targets/list-targets.js';
import { targetIndex } from './target-index.js';
import { TransitionSights } from './transition-sights.js';

const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
const lifecycles = await loadLifecycles();
const document: object = contract.document;
const targets = listTargets(document as JsonObject, Object.values(lifecycles));

const call = (operationId: string, path: string, body: Json, more: Partial<Exchange> & { status?: number } = {}) => {
  const { status = 200, ...change } = more;
  const exchange = exchangeFixture({ operationId, path, status, body });
  return { ...exchange, judgement: { outcome: 'conforming' as const, findings: [] }, ...change };
};
const issue = call('issueVirtualCard', '/cards/virtual/3', { status: 'success', cardId: 7, issuerCardStatus: 1 });
const read = (state: number) => call('getCard', '/cards/7', { cardId: 7, issuerCardStatus: state });
const hold = (more: Parameters<typeof call>[3] = {}): Exchange => {
  const exchange = call('setCardStatus', '/cards/7/status', { status: 'success' }, more);
  const body = { kind: 'json' as const, value: { newStatus: 2 }, duplicateKeys: [] };
  return { ...exchange, request: { ...exchange.request, body } };
};
const activate = (more: Parameters<typeof call>[3] = {}) =>
  call('activateCard', '/cards/7/activate', { status: 'error', code: 'x', message: 'x' }, { status: 409, ...more });

/** What these exchanges show of card and transfer: `+` matched, `?` attempted, in order first seen. */
function shown(...exchanges: readonly Exchange[]): readonly string[] {
  const index = targetIndex(targets);
  const watch = new TransitionSights(lifecycles, index);
  const best = new Map<string, boolean>();
  for (const exchange of exchanges) {
    const shape = index.operations.get(exchange.operationId ?? '');
    assert.ok(shape !== undefined);
    for (const { tally, matched } of watch.see(exchange, shape)) {
      const id = tally.target.id.replace(/^transition-(allowed|refused):/, '');
      best.set(id, (best.get(id) ?? false) || matched);
    }
  }
  return [...best].map(([id, matched]) => `${matched ? '+' : '?'}${id}`);
}

test('a change is matched when a reading shows it, not when it was only called', () => {
  assert.ok(!shown(issue, hold()).includes('+card:blocked'));
  assert.ok(shown(issue, hold(), read(2)).includes('+card:blocked'));
});

test('a creation is matched by its own answer', () => {
  assert.ok(shown(issue).includes('+card:virtual-issued'));
});

test('what the platform may do by itself is attempted once its state was seen', () => {
  assert.ok(shown(issue).includes('?card:closed-active'));
  assert.ok(!shown(issue).includes('?card:closed-on-hold'));
});

test('a refusal counts for the state that was read before', () => {
  assert.ok(shown(issue, read(1), activate()).includes('+card:active+activateCard'));
  assert.ok(shown(issue, hold(), read(2), activate()).includes('+card:on-hold+activateCard'));
});

test('a refusal counts for no state while a call before it may have changed that', () => {
  assert.deepEqual(
    shown(issue, hold(), activate()).filter((id) => id.endsWith('+activateCard')),
    [],
  );
});

const others: readonly (readonly [string, Parameters<typeof call>[3]])[] = [
  ['a call that was meant to be invalid', { expectedInvalid: 'on purpose' }],
  ['a call without the right key', { identity: 'wrong-key', status: 401 }],
  ['a refused key', { status: 401 }],
  ['a failed server', { status: 500 }],
  ['an answer with a finding', { judgement: { outcome: 'violating', findings: [] } }],
];
for (const [what, more] of others) {
  test(`${what} is no refusal by state`, () => {
    assert.ok(shown(issue, read(1), activate(more)).includes('?card:active+activateCard'));
  });
}

test('a creating call that is refused counts for its guard', () => {
  const refused = call('issueVirtualCard', '/cards/virtual/3', { status: 'error' }, { status: 409 });
  assert.ok(shown(refused).includes('+card:none+issueVirtualCard'));
  assert.ok(shown(issue).includes('?card:none+issueVirtualCard'));
});
