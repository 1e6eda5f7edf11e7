import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodedError } from '../../messages/coded-error.js';
import { soundEmulation } from '../emulation.js';
import { says, type Asked } from './variation.js';
import { vary } from './vary.js';
import { knownVariations } from './variations.js';

const asked: Asked = { method: 'GET', path: '/cards/7', query: '', headers: { 'x-api-key': 'k' }, body: undefined };

test('without variations the emulation is the very same and nothing stands around it', async () => {
  const sound = await soundEmulation();
  assert.deepEqual(vary(sound, []), { emulation: sound, around: null, altered: new Map() });
});

test('a variation that changes an answer is counted, one that leaves it alone is not', async () => {
  const { around, altered } = vary(await soundEmulation(), ['members-reordered', 'chain-ethereum']);
  const answer = await around?.(() => Promise.resolve(says(200, { a: 1, b: 2 })))(asked);
  assert.equal(JSON.stringify(answer?.body), '{"json":{"b":2,"a":1}}');
  assert.deepEqual(Object.fromEntries(altered), { 'members-reordered': 1, 'chain-ethereum': 0 });
});

test('a variation that asks for something else, or answers by itself, is counted', async () => {
  const { around, altered } = vary(await soundEmulation(), ['limit-lowered', 'slot-required']);
  const seen: string[] = [];
  const answer = around?.((inner) => {
    seen.push(inner.query);
    return Promise.resolve(says(200, {}));
  });
  await answer?.({ ...asked, query: '?limit=500' });
  await answer?.({ ...asked, method: 'POST', path: '/cards/assign/7', body: {} });
  assert.deepEqual(seen, ['?limit=200']);
  assert.deepEqual(Object.fromEntries(altered), { 'limit-lowered': 1, 'slot-required': 1 });
});

test('a variation of the platform is counted when it shows', async () => {
  const { emulation, altered } = vary(await soundEmulation(), ['webhook-twice', 'long-ids']);
  assert.deepEqual(emulation.deliveries({ cardId: 7 }), [{ cardId: 7 }, { cardId: 7 }]);
  assert.ok(emulation.idOf(80_000) > 2 ** 32);
  assert.deepEqual(Object.fromEntries(altered), { 'webhook-twice': 1, 'long-ids': 1 });
});

test('scattered ids are as many as the usual ones, in another order, and go with long ones', async () => {
  const { emulation } = vary(await soundEmulation(), ['scattered-ids', 'long-ids']);
  const ids = Array.from({ length: 50 }, (_, at) => emulation.idOf(80_000 + at));
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.every((id) => id > 2 ** 32));
  assert.ok(ids.some((id, at) => at > 0 && id < (ids[at - 1] ?? 0)));
});

test('an unknown variation is refused and the message names the nearest ones', async () => {
  const sound = await soundEmulation();
  assert.throws(
    () => vary(sound, ['gzipp']),
    (problem) => problem instanceof CodedError && problem.exit === 64 && /gzipp; .*gzip,/.test(problem.message),
  );
});

test('all of them can be prepared together', async () => {
  assert.equal(vary(await soundEmulation(), [...knownVariations.keys()]).altered.size, knownVariations.size);
});
