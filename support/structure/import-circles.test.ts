import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packageRoot } from '../config/package-root.js';
import { importCircles } from './import-circles.js';
import { sourceImports } from './test-kit/source-imports.js';

/** Circles that stay: what they go through is nested in itself. By the module that others enter them through. */
const nested = new Map([
  ['support/diff/contract/operation/compare-operations', 'an operation has callbacks, and those have operations'],
  ['support/diff/contract/schema/compare-schema', 'a schema has parts and members, and those are schemas'],
  ['support/trace/mask/mask-json', 'a text may be JSON, and JSON has texts'],
]);

const arrows = (text: string) =>
  text.split(' ').map((arrow) => {
    const [from = '', to = ''] = arrow.split('>');
    return { from, to };
  });

test('modules that reach each other are one circle', () => {
  assert.deepEqual(importCircles(arrows('a>b b>c c>d')), []);
  assert.deepEqual(importCircles(arrows('a>b b>a c>a')), [['a', 'b']]);
  assert.deepEqual(importCircles(arrows('a>b b>c c>a c>d d>e e>d')), [
    ['a', 'b', 'c'],
    ['d', 'e'],
  ]);
  assert.deepEqual(importCircles(arrows('x>a a>c b>a c>b x>c')), [['a', 'b', 'c']]);
  assert.deepEqual(importCircles(arrows('a>a')), [['a']]);
});

test('modules import each other in a circle only where what they go through is nested in itself', () => {
  const circles = importCircles(sourceImports(packageRoot(), ['support', 'steps', 'bench']));
  const isNested = (circle: readonly string[]) => circle.some((module) => nested.has(module));
  assert.deepEqual(
    circles.filter((circle) => !isNested(circle)),
    [],
  );
  assert.equal(circles.length, nested.size, 'a circle that was broken is taken off the list');
});
