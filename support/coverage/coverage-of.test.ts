import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goodCard } from '../contract/fixtures/small-exchange.js';
import type { SmallExchange } from '../contract/fixtures/small-exchange.js';
import { at, answered, isAccepted, isRefused } from '../verdict/checks/answer.js';
import { verdictOf } from '../verdict/checks/evaluate.js';
import type { Check } from '../verdict/check.js';
import { levelOf, smallCoverage } from './testing/small-coverage.js';

const read = (answer: SmallExchange['answer'], more: Partial<SmallExchange> = {}): SmallExchange => ({
  ...{ operationId: 'getCard', path: '/cards/7', answer: answer ?? goodCard },
  ...more,
});
const activate = (
  request: Readonly<Record<string, string | number>>,
  more: Partial<SmallExchange> = {},
): SmallExchange => ({
  ...{ operationId: 'activateCard', method: 'PUT', path: '/cards/7/activate', request, answer: { status: 'success' } },
  ...more,
});
const body = 'getCard:/response/200/body';

test('nothing is attempted before anything was called, and every target is there already', async () => {
  const coverage = await smallCoverage({ calls: [] });
  assert.ok(coverage.targets.length > 100);
  assert.deepEqual([...new Set(coverage.targets.map(({ level }) => level))], ['none']);
  assert.ok(coverage.counts.every(({ targets, open }) => targets === open));
});

test('an answer shows its operation, status and members; what it could have shown is attempted', async () => {
  const coverage = await smallCoverage({ calls: [read({ ...goodCard, state: 1 })] });
  const level = (id: string): string => levelOf(coverage, id);
  assert.equal(level('operation:getCard:'), 'matched');
  assert.equal(level('operation:activateCard:'), 'none');
  assert.equal(level('status:getCard:/response/200'), 'matched');
  assert.equal(level('status:getCard:/response/4XX'), 'attempted');
  assert.equal(level(`enum-value:${body}/state=1`), 'matched');
  assert.equal(level(`enum-value:${body}/state=0`), 'attempted');
  assert.equal(level(`member-present:${body}/state`), 'matched');
  assert.equal(level(`member-absent:${body}/state`), 'attempted');
  assert.equal(level(`member-absent:${body}/kind`), 'matched');
  assert.equal(level('member-present:response-Refusal:/response/body/code'), 'none');
  assert.deepEqual(coverage.targets.find(({ id }) => id === 'operation:getCard:')?.scenarios, '0');
});

test('items of a list are one place', async () => {
  const answer = {
    items: [
      { ...goodCard, open: true },
      { ...goodCard, open: false, kind: 'x' },
    ],
  };
  const call = { operationId: 'listCards', path: '/cards', answer, headers: { 'x-total': '2' } };
  const coverage = await smallCoverage({ calls: [call] });
  for (const rest of ['/open=true', '/open=false'])
    assert.equal(levelOf(coverage, `enum-value:listCards:/response/200/body/items/*${rest}`), 'matched');
  for (const kind of ['member-present', 'member-absent'])
    assert.equal(levelOf(coverage, `${kind}:listCards:/response/200/body/items/*/kind`), 'matched');
  assert.equal(levelOf(coverage, 'member-present:listCards:/response/200/headers/x-total'), 'asserted');
  assert.equal(levelOf(coverage, 'request-omitted:listCards:/request/query/limit'), 'matched');
});

test('an exchange with a finding matches nothing it shows', async () => {
  const coverage = await smallCoverage({ calls: [read({ ...goodCard, cardId: 'seven' })] });
  assert.equal(levelOf(coverage, 'operation:getCard:'), 'attempted');
  assert.equal(levelOf(coverage, `member-present:${body}/alias`), 'attempted');
});

test('an answer that our own server replayed counts for nothing', async () => {
  const coverage = await smallCoverage({ calls: [read(goodCard, { change: { replayed: true } })] });
  assert.equal(levelOf(coverage, 'operation:getCard:'), 'none');
});

test('what goes beyond the contract is listed apart and changes no count', async () => {
  const calls = [read({ ...goodCard, extra: 1 }), read({ ...goodCard, extra: 2 })];
  const [plain, more] = await Promise.all([smallCoverage({ calls: [read(goodCard)] }), smallCoverage({ calls })]);
  assert.deepEqual(
    more.beyond.map(({ operationId, where, count }) => [operationId, where, count]),
    [['getCard', '/response/body/extra', 2]],
  );
  assert.deepEqual(more.counts, plain.counts);
});

test('a request member counts as sent once a call with it is accepted', async () => {
  const sent = { cardNumber: 4111, newPin: '1234' };
  const refused = await smallCoverage({ calls: [activate(sent, { status: 400, answer: { status: 'error' } })] });
  assert.equal(levelOf(refused, 'request-sent:activateCard:/request/body/newPin'), 'attempted');
  const accepted = await smallCoverage({ calls: [activate(sent)] });
  assert.equal(levelOf(accepted, 'request-sent:activateCard:/request/body/newPin'), 'matched');
  assert.equal(levelOf(accepted, 'constraint-met:activateCard:/request/body/newPin=maxLength'), 'matched');
});

const long = 'constraint-violated:activateCard:/request/body/newPin=maxLength';
const missing = 'constraint-violated:activateCard:/request/body/cardNumber=required';
type Sent = Readonly<Record<string, string | number>>;

const wrong: readonly (readonly [string, Sent, 'error' | 'success', string, string])[] = [
  [
    'is matched when it alone is broken and the call is refused',
    { cardNumber: 1, newPin: '12345' },
    'error',
    'matched',
    'none',
  ],
  ['is only attempted when the call is accepted', { cardNumber: 1, newPin: '12345' }, 'success', 'attempted', 'none'],
  ['shares a refusal with no other one', { newPin: '12345' }, 'error', 'attempted', 'attempted'],
  ['may be a missing member', { newPin: '1234' }, 'error', 'none', 'matched'],
];
for (const [what, request, status, ofLength, ofMissing] of wrong) {
  test(`a broken constraint ${what}`, async () => {
    const meant = { change: { expectedInvalid: 'the PIN is meant to be wrong' } };
    const coverage = await smallCoverage({ calls: [activate(request, { answer: { status }, ...meant })] });
    assert.deepEqual([levelOf(coverage, long), levelOf(coverage, missing)], [ofLength, ofMissing]);
    assert.equal(levelOf(coverage, 'request-sent:activateCard:/request/body/newPin'), 'none');
  });
}

const alias: Check['evaluate'] = ({ exchanges }) =>
  verdictOf(at(answered(exchanges[0]!), '/alias') === 'blue', 'the alias', 'an alias');
const acceptance: Check['evaluate'] = ({ exchanges }) => verdictOf(exchanges.every(isAccepted), 'yes', 'an answer');
const readsOnly: Check['evaluate'] = ({ exchanges }) =>
  verdictOf(JSON.stringify(exchanges).length > 0, 'anything', 'something');

test('a check asserts what it would notice, and nothing that it merely reads', async () => {
  const calls = [read({ ...goodCard, state: 1, kind: 'x' })];
  const asserted = async (check: Check['evaluate']): Promise<readonly string[]> => {
    const ruled = new Set((await smallCoverage({ calls })).targets.filter(isAsserted).map(({ id }) => id));
    const { targets } = await smallCoverage({ calls, check });
    return targets.filter((target) => isAsserted(target) && !ruled.has(target.id)).map(({ id }) => id);
  };
  assert.deepEqual(await asserted(readsOnly), []);
  assert.deepEqual(await asserted(acceptance), ['operation:getCard:', 'status:getCard:/response/200']);
  const state: Check['evaluate'] = ({ exchanges }) =>
    verdictOf(at(answered(exchanges[0]!), '/state') === 1, 'state 1', 'a state');
  assert.deepEqual(await asserted(state), [
    ...['operation:getCard:', 'status:getCard:/response/200'],
    ...[`member-present:${body}/state`, `enum-value:${body}/state=1`],
  ]);
  const noLimit: Check['evaluate'] = ({ exchanges }) =>
    verdictOf(at(answered(exchanges[0]!), '/limit') === undefined, 'no limit', 'an answer');
  assert.deepEqual(await asserted(noLimit), [`member-absent:${body}/limit`]);
});

const isAsserted = ({ level }: { readonly level: string }): boolean => level === 'asserted';

test('what a rule of the judge would find is asserted by it: required members and media types', async () => {
  const coverage = await smallCoverage({ calls: [read(goodCard)] });
  assert.deepEqual(
    coverage.targets.filter(isAsserted).map(({ id }) => id.replace(body, '')),
    [
      'media-type:getCard:/response/200=application/json',
      ...['/cardId', '/alias', '/balance', '/open'].map((member) => `member-present:${member}`),
    ],
  );
});

test('a check that was not met, that this build does not know, or that cannot take the change asserts nothing', async () => {
  const calls = [read(goodCard)];
  const throwing: Check['evaluate'] = ({ exchanges: [exchange] }) => {
    if (isRefused(exchange!)) throw new Error('it takes no refusal');
    return verdictOf(true, 'yes', 'yes');
  };
  const unmet: Check['evaluate'] = () => verdictOf(false, 'yes', 'no');
  for (const check of [throwing, unmet])
    assert.equal(levelOf(await smallCoverage({ calls, check }), 'operation:getCard:'), 'matched');
  const unknown = await smallCoverage({ calls, checks: [] });
  assert.equal(levelOf(unknown, 'operation:getCard:'), 'matched');
  assert.equal(levelOf(await smallCoverage({ calls, check: alias }), 'operation:getCard:'), 'asserted');
});

test('a call of the platform is asserted by what it says, and its operation by no answer of ours', async () => {
  const call = {
    operationId: 'receiveOtpCallback',
    method: 'POST',
    path: '/hook',
    request: { cardId: 7 },
    status: 204,
  };
  const coverage = await smallCoverage({ calls: [call] });
  assert.equal(levelOf(coverage, 'operation:receiveOtpCallback:'), 'matched');
  assert.equal(levelOf(coverage, 'member-present:receiveOtpCallback:/request/body/cardId'), 'asserted');
});

test('an exclusion lets open targets be, by name and in the counts', async () => {
  const exclusion = { reason: 'it cannot be provoked here', owner: 'somebody', expires: '2026-11-21' };
  const exclusions = [{ ...exclusion, targets: 'status:*:/response/4XX' }];
  const { counts, targets } = await smallCoverage({ calls: [], exclusions });
  const status = counts.find(({ kind }) => kind === 'status');
  assert.equal(status?.excluded, 2);
  assert.equal(status.open, status.targets - 2);
  assert.equal(targets.filter(({ excluded }) => excluded === 'status:*:/response/4XX').length, 2);
});
