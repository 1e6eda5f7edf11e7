import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodedError } from '../../messages/coded-error.js';
import type { JsonObject } from '../../json/json-pointer.js';
import { overlayOf, readOverlay } from './overlay.js';

const good = { overlay: '1.0.0', info: { title: 'o', version: '1' }, actions: [{ target: '$', update: {} }] };

test('a well-formed overlay is read', async () => {
  const overlay = await readOverlay(() => Promise.resolve(JSON.stringify(good)), 'o.json');
  assert.deepEqual(overlay.actions, [{ target: '$', remove: false, update: {} }]);
});

test('every malformed part is refused with its place', () => {
  const table: readonly (readonly [JsonObject, string])[] = [
    [{ ...good, overlay: '2.0.0' }, '/overlay'],
    [{ ...good, info: { title: 'o' } }, '/info'],
    [{ ...good, actions: [] }, '/actions'],
    [{ ...good, actions: ['x'] }, '/actions/0'],
    [{ ...good, actions: [{ target: '$' }] }, '/actions/0'],
    [{ ...good, actions: [{ target: 'paths', update: {} }] }, '/actions/0/target'],
    [{ ...good, actions: [{ target: '$', remove: 'yes' }] }, '/actions/0/remove'],
    [{ ...good, actions: [{ target: '$', updates: {}, update: {} }] }, '/actions/0/updates'],
    [{ ...good, action: [] }, '/action'],
  ];
  for (const [document, pointer] of table) {
    assert.throws(
      () => overlayOf(document, 'o.yaml'),
      (error) => error instanceof CodedError && error.code === 'CON-121' && error.message.includes(`at ${pointer}:`),
      pointer,
    );
  }
});

test('an overlay that cannot be read is refused', async () => {
  const absent = readOverlay(() => Promise.reject(new Error('no such file')), 'o.yaml');
  await assert.rejects(absent, (error) => error instanceof CodedError && error.code === 'CON-120' && error.exit === 78);
});
