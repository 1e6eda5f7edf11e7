import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodedError } from '../../messages/coded-error.js';
import { applyOverlay } from './apply-overlay.js';
import type { JsonObject } from '../../json/json-pointer.js';
import { overlayOf } from './overlay.js';

const document: JsonObject = {
  info: { title: 'T' },
  paths: { '/a': { get: { operationId: 'a', tags: ['x'] } }, '/b': { get: { operationId: 'b', tags: [] } } },
};

function applied(...actions: readonly JsonObject[]): JsonObject {
  return applyOverlay(document, overlayOf({ overlay: '1.0.0', info: { title: 'o', version: '1' }, actions }, 'o.yaml'));
}

function refused(code: string, ...actions: readonly JsonObject[]): CodedError {
  let refusal: unknown;
  assert.throws(
    () => applied(...actions),
    (error) => (refusal = error) instanceof CodedError,
  );
  assert.ok(refusal instanceof CodedError);
  assert.equal(refusal.code, code);
  assert.equal(refusal.exit, 78);
  return refusal;
}

test('an update marks an operation confirmed', () => {
  const target = "$.paths['/a'].get";
  const result = applied({ target, update: { 'x-provenance': 'confirmed' } });
  assert.deepEqual((result['paths'] as JsonObject)['/a'], {
    get: { operationId: 'a', tags: ['x'], 'x-provenance': 'confirmed' },
  });
  assert.equal(JSON.stringify(document).includes('confirmed'), false);
});

test('an update of an array appends, an update of the root merges', () => {
  const result = applied({ target: '$..tags', update: 'new' }, { target: '$', update: { info: { title: 'U' } } });
  assert.deepEqual(result['info'], { title: 'U' });
  assert.match(JSON.stringify(result), /\["x","new"\].*\["new"\]/);
});

test('a filter selects, and removing several items of a list keeps the others', () => {
  const result = applied(
    { target: "$.paths[?@.get.operationId=='b']", remove: true },
    { target: '$.paths["/a"].get', update: { tags: ['y', 'z'] } },
    { target: '$.paths["/a"].get.tags[0,2]', remove: true },
  );
  assert.deepEqual(result['paths'], { '/a': { get: { operationId: 'a', tags: ['y'] } } });
});

test('a target that matches nothing is refused, also after an earlier action', () => {
  assert.match(refused('CON-122', { target: '$.paths["/c"]', remove: true }).message, /\/c/);
  refused('CON-122', { target: '$.paths', remove: true }, { target: '$.paths', update: {} });
});

test('a bad JSONPath and an impossible change are refused with the place', () => {
  assert.match(refused('CON-121', { target: '$.[', update: {} }).message, /\/actions\/0\/target/);
  assert.match(refused('CON-123', { target: '$.info', update: { title: ['x'] } }).message, /\/info\/title/);
  assert.match(refused('CON-123', { target: '$.info.title', update: 'x' }).message, /plain value/);
  refused('CON-123', { target: '$', remove: true });
});
