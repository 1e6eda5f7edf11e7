import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { packageRoot } from '../config/package-root.js';
import { productionRules } from '../client/production-rules.js';
import { operationRows, productionOperationRows } from './operation-rows.js';
import { rowIds } from './requirement-rules.js';

test('every operation of the contract has a row, and every entry is an operation', () => {
  const file = join(packageRoot(), 'schemas', 'axys-v2', 'openapi.yaml');
  const document = parse(readFileSync(file, 'utf8')) as {
    paths: Record<string, Record<string, { operationId?: string }>>;
  };
  const operations = Object.values(document.paths).flatMap((item) =>
    Object.values(item).flatMap(({ operationId }) => (operationId === undefined ? [] : [operationId])),
  );
  assert.deepEqual([...operationRows.keys()].sort(), operations.sort());
});

test('every row is one of the catalogue', () => {
  assert.ok([...operationRows.values()].flat().every((row) => rowIds.includes(row)));
});

test('on production every call that may leave answers for a row of its own', () => {
  assert.deepEqual(
    [...productionOperationRows.keys()],
    productionRules.map(({ operationId }) => operationId),
  );
  assert.ok([...productionOperationRows.values()].flat().every((row) => rowIds.includes(row)));
});
