import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locateIn } from './locator.js';
import { positionsInJson } from './positions-in-json.js';
import { positionsInYaml } from './positions-in-yaml.js';
import { wantedPlaces } from './wanted-places.js';

const json = `{
  "paths": {
    "/cards/{id}": { "get": { "tags": ["a", { "b": 1 }] } }
  },
  "last": true
}`;

const yaml = `paths:
  /cards/{id}:
    get:
      tags:
        - a
        - b: 1
last: true
`;

const pointers = [
  '/paths/~1cards~1{id}/get',
  '/paths/~1cards~1{id}/get/tags/1/b',
  '/paths/~1cards~1{id}/get/tags/0',
  '/last',
];

test('places are found in JSON at their names, items of lists at their beginning', () => {
  const locate = locateIn(positionsInJson(json, wantedPlaces(pointers)));
  assert.deepEqual(
    pointers.map((pointer) => locate(pointer)).map(({ line, column }) => [line, column]),
    [
      [3, 22],
      [3, 47],
      [3, 40],
      [5, 3],
    ],
  );
});

test('places are found in YAML at their names, items of lists at their beginning', () => {
  const locate = locateIn(positionsInYaml(yaml, wantedPlaces(pointers)));
  assert.deepEqual(
    pointers.map((pointer) => locate(pointer)).map(({ line, column }) => [line, column]),
    [
      [3, 5],
      [6, 11],
      [5, 11],
      [7, 1],
    ],
  );
});

test('what is not there is found at the nearest place that encloses it', () => {
  const wanted = wantedPlaces(['/paths/~1cards~1{id}/get/responses/200']);
  for (const positions of [positionsInJson(json, wanted), positionsInYaml(yaml, wanted)]) {
    const found = locateIn(positions)('/paths/~1cards~1{id}/get/responses/200');
    assert.equal(found.pointer, '/paths/~1cards~1{id}/get');
    assert.equal(found.line, 3);
  }
  assert.deepEqual(locateIn(new Map())('/nowhere'), { pointer: '', line: 1, column: 1 });
});
