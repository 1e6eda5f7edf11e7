import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { adoptOperations } from '../../contract/document/adopt-operations.js';
import { readDocument } from '../../contract/document/read-document.js';
import { ownContractPath } from '../../config/own-contract-path.js';
import { emptyCoverage } from '../../coverage/testing/empty-coverage.js';
import { openPack } from '../../evidence/verify/open-pack.js';
import { coverageOfContract } from './coverage-of-contract.js';

let folder = '';
before(async () => (folder = await mkdtemp(join(tmpdir(), 'axys-impact-'))));
after(() => rm(folder, { recursive: true, force: true }));

const given = {
  openapi: '3.1.0',
  info: { title: 'Cards', version: '3' },
  paths: { '/v2/cards/{id}': { get: { operationId: 'fetchCard', responses: { 200: { description: 'a card' } } } } },
};

async function packJudgedBy(document: unknown) {
  await mkdir(join(folder, 'plan'), { recursive: true });
  await writeFile(join(folder, 'plan', 'contract.json'), JSON.stringify(document));
  await writeFile(join(folder, 'coverage.json'), JSON.stringify(emptyCoverage));
  return openPack(folder);
}

test('the document as a run takes it from AXYS_CONTRACT is the same contract, known by the names of the run', async () => {
  const own = await readDocument((path) => readFile(path, 'utf8'), ownContractPath);
  const pack = await packJudgedBy(adoptOperations(given, own));
  const { coverage, idOf } = await coverageOfContract(pack, given, 'given.yaml');
  assert.equal(coverage.runId, emptyCoverage.runId);
  assert.equal(idOf({ operation: 'GET /v2/cards/{id}', operationId: 'fetchCard' }), 'getCard');
});

const calls = {
  'with another parameter name': { operation: 'GET /v2/cards/{cardId}', operationId: 'fetchCard' },
  'moved, with its id': { operation: 'GET /v2/plastic/{id}', operationId: 'fetchCard' },
  'without an id': { operation: 'GET /cards/{card}', operationId: null },
};
for (const [how, use] of Object.entries(calls)) {
  test(`an operation that the new document writes ${how} is the one that the run knows`, async () => {
    const own = await readDocument((path) => readFile(path, 'utf8'), ownContractPath);
    const { idOf } = await coverageOfContract(await packJudgedBy(adoptOperations(given, own)), given, 'given.yaml');
    assert.equal(idOf(use), 'getCard');
  });
}

test('a document without operation ids joins with the pack that was judged by it', async () => {
  const nameless = structuredClone(given) as { paths: Record<string, { get: { operationId?: string } }> };
  delete nameless.paths['/v2/cards/{id}']?.get.operationId;
  const own = await readDocument((path) => readFile(path, 'utf8'), ownContractPath);
  const pack = await packJudgedBy(adoptOperations(nameless, own));
  const { idOf } = await coverageOfContract(pack, nameless, 'nameless.yaml');
  assert.equal(idOf({ operation: 'GET /v2/cards/{id}', operationId: null }), 'getCard');
});

test('the document that judged joins as it is, and another one does not', async () => {
  const pack = await packJudgedBy(given);
  assert.deepEqual((await coverageOfContract(pack, given, 'given.yaml')).idOf({ operation: 'GET /v2/cards/{id}', operationId: null }), 'fetchCard'); // prettier-ignore
  const other = { ...given, info: { title: 'Cards', version: '4' } };
  await assert.rejects(coverageOfContract(pack, other, 'other.yaml'), { code: 'DIF-101', message: /other\.yaml/ });
});

test('a contract whose sample data was masked joins with its pack, with and without the labels of that run', async () => {
  const masked = { ...given, info: { ...given.info, description: 'such as [masked:pan:abcdefgh:1234]' } };
  const pack = await packJudgedBy(masked);
  const anyRun = { ...given, info: { ...given.info, description: 'such as [masked:pan]' } };
  for (const document of [masked, anyRun]) {
    assert.equal((await coverageOfContract(pack, document, 'plan/contract.json')).coverage.runId, emptyCoverage.runId);
  }
});
