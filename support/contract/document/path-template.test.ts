import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathTemplate } from './path-template.js';

test('parameters are read and decoded', () => {
  const template = pathTemplate('/cards/{cardId}/status');
  assert.deepEqual(template.match('/cards/7/status'), { cardId: '7' });
  assert.deepEqual(template.match('/cards/a%2Fb/status'), { cardId: 'a/b' });
});

test('other paths do not fit', () => {
  const template = pathTemplate('/cards/{cardId}');
  for (const path of ['/cards', '/cards/', '/cards/7/8', '/card/7', '/cards/%', '/cards/7/']) {
    assert.equal(template.match(path), null, path);
  }
});

test('fixed text is taken literally', () => {
  assert.equal(pathTemplate('/a.b').match('/axb'), null);
  assert.deepEqual(pathTemplate('/f/{name}.json').match('/f/x.json'), { name: 'x' });
});

test('templates that differ in parameter names have one shape', () => {
  assert.equal(pathTemplate('/cards/{id}').shape, pathTemplate('/cards/{cardId}').shape);
});
