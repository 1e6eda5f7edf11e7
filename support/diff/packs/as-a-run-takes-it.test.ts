import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ownContractPath } from '../../config/own-contract-path.js';
import { adoptOperations } from '../../contract/document/adopt-operations.js';
import type { JsonObject } from '../../json/json-pointer.js';
import { readDocument } from '../../contract/document/read-document.js';
import { compareContracts } from '../contract/compare-contracts.js';
import type { ContractVersion } from '../contract/load-version.js';
import { asARunTakesIt } from './as-a-run-takes-it.js';

const own = await readDocument((path) => readFile(path, 'utf8'), ownContractPath);

function vendors(get: JsonObject): JsonObject {
  const operation = { responses: { 200: { description: 'a card' } }, ...get };
  return { openapi: '3.1.0', info: { title: 'Cards', version: '3' }, paths: { '/v2/cards/{id}': { get: operation } } };
}

function version(document: JsonObject): ContractVersion {
  return { file: 'contract.json', document, locate: () => Promise.reject(new Error('no place is asked for')) };
}

async function found(inPack: JsonObject, document: JsonObject) {
  const taken = await asARunTakesIt(version(document), version(inPack));
  return compareContracts(inPack, taken.document).map(({ rule }) => rule);
}

for (const [what, get] of Object.entries({ 'ids of its own': { operationId: 'fetchCard' }, 'no ids': {} })) {
  test(`a document with ${what} does not differ from the pack that was judged by it`, async () => {
    assert.deepEqual(await found(adoptOperations(vendors(get), own), vendors(get)), []);
  });
}

test('nor does our own contract from a pack of it', async () => {
  assert.deepEqual(await found(own, own), []);
});

test('what does differ is found beside the names', async () => {
  const pack = adoptOperations(vendors({ operationId: 'fetchCard' }), own);
  assert.deepEqual(await found(pack, vendors({ operationId: 'fetchCard', deprecated: true })), ['deprecated']);
});
