import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { CodedError } from '../../messages/coded-error.js';
import { loadContract } from '../load-contract.js';

const main = `
openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /a:
    get:
      operationId: getA
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: './parts.yaml#/A' } } } }
  /b:
    get:
      operationId: getB
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: './parts.yaml#/A' } } } }
`;

async function folder(context: TestContext, parts: string): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'axys-contract-'));
  context.after(() => rm(path, { recursive: true }));
  await writeFile(join(path, 'main.yaml'), main);
  await writeFile(join(path, 'parts.yaml'), parts);
  return join(path, 'main.yaml');
}

function load(contractPath: string) {
  const read = (path: string): Promise<string> => readFile(path, 'utf8');
  return loadContract({ contractPath, overlayPath: null, given: false, read });
}

test('references to files beside the contract are brought in, and nothing of the place remains', async (context) => {
  const parts = 'A: { type: object, properties: { next: { $ref: "#/B" } } }\nB: { type: integer }\n';
  const first = await load(await folder(context, parts));
  const second = await load(await folder(context, parts));
  const text = JSON.stringify(first.document);
  assert.doesNotMatch(text, /parts\.yaml|axys-contract-/);
  assert.match(text, /"next"/);
  assert.equal(first.sha256, second.sha256);
});

test('a file that refers to the network is refused, a missing one too', async (context) => {
  const refused = async (parts: string, code: string): Promise<void> => {
    const path = await folder(context, parts);
    await assert.rejects(
      load(path),
      (error) => error instanceof CodedError && error.code === code && error.exit === 78,
    );
  };
  await refused('A: { $ref: "https://example.com/a.yaml" }\n', 'CON-106');
  await refused('A: { $ref: "./absent.yaml#/A" }\n', 'CON-101');
});
