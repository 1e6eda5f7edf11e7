import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodedError } from '../messages/coded-error.js';
import { ownContractPath } from '../config/own-contract-path.js';
import { loadContract } from './load-contract.js';

const minimal = `
openapi: 3.1.0
info: { title: T, version: '1.2' }
paths:
  /a:
    get:
      operationId: getA
      responses: { '200': { description: ok } }
`;

const overlay = `
overlay: 1.0.0
info: { title: O, version: '1' }
actions: [{ target: "$.paths['/a'].get", update: { x-provenance: confirmed } }]
`;

function load(
  files: Readonly<Record<string, string>>,
  more: { readonly overlayPath?: string; readonly given?: boolean } = {},
) {
  const read = (path: string): Promise<string> => {
    const found = Object.entries(files).find(([name]) => path.endsWith(name));
    return found === undefined ? Promise.reject(new Error('no such file')) : Promise.resolve(found[1]);
  };
  return loadContract({
    contractPath: '/c.yaml',
    overlayPath: more.overlayPath ?? null,
    given: more.given ?? false,
    read,
  });
}

async function refused(code: string, contract: string): Promise<void> {
  await assert.rejects(load({ '/c.yaml': contract }), (error) => {
    assert.ok(error instanceof CodedError, String(error));
    assert.equal(error.code, code);
    assert.equal(error.exit, 78);
    return true;
  });
}

test('a contract is loaded with version, digest and operations', async () => {
  const contract = await load({ '/c.yaml': minimal });
  assert.equal(contract.version, '1.2');
  assert.match(contract.sha256, /^[0-9a-f]{64}$/);
  assert.deepEqual([...contract.operations.keys()], ['getA']);
});

test('the digest is that of the content, not of the text', async () => {
  const same = await load({
    '/c.yaml': JSON.stringify({
      paths: { '/a': { get: { responses: { 200: { description: 'ok' } }, operationId: 'getA' } } },
      info: { version: '1.2', title: 'T' },
      openapi: '3.1.0',
    }),
  });
  assert.equal(same.sha256, (await load({ '/c.yaml': minimal })).sha256);
});

test('an overlay confirms an operation and changes the digest', async () => {
  const files = { '/c.yaml': minimal, '/o.yaml': overlay };
  const contract = await load(files, { overlayPath: '/o.yaml' });
  assert.equal(contract.operations.get('getA')?.provenance, 'confirmed');
  assert.notEqual(contract.sha256, (await load(files)).sha256);
});

test('a given document takes our ids and counts as documented', async () => {
  const given = minimal.replace('3.1.0', '3.0.3').replace('getA', 'theirs');
  const contract = await load({ '/c.yaml': given, 'openapi.yaml': minimal }, { given: true });
  const operation = contract.operations.get('getA');
  assert.equal(operation?.alias, 'theirs');
  assert.equal(operation.provenance, 'documented');
  assert.equal(contract.document.openapi, '3.1.0');
});

test('what cannot be read or is no OpenAPI 3 document is refused', async () => {
  await assert.rejects(
    load({}),
    (error) => error instanceof CodedError && error.code === 'CON-101' && error.exit === 78,
  );
  await refused('CON-102', 'a: [');
  await refused('CON-102', 'a: 1\na: 2');
  await refused('CON-102', '- a');
  await refused('CON-103', 'swagger: "2.0"');
  await refused('CON-103', minimal.replace('3.1.0', '3.2.0'));
  await refused('CON-104', minimal.replace('description: ok', 'describe: ok'));
  await refused('CON-105', minimal.replace('{ description: ok }', "{ $ref: '#/components/responses/X' }"));
  await refused('CON-106', minimal.replace('{ description: ok }', "{ $ref: 'https://example.com/x.yaml' }"));
});

test('the contract of this project loads', async () => {
  const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
  assert.equal(contract.match('GET', '/cards/transactions')?.operation.operationId, 'listCardTransactions');
  assert.equal(contract.operations.get('simulateKycResult')?.provenance, 'documented');
  assert.equal(contract.operations.get('simulateCryptoDeposit')?.provenance, 'assumed');
});
