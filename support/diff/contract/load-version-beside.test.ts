import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ownContractPath } from '../../config/own-contract-path.js';
import { diffContracts } from './diff-contracts.js';
import { loadVersionBeside } from './load-version-beside.js';
import { loadVersion } from './load-version.js';

const read = (path: string) => readFile(path, 'utf8');

async function withFile(content: unknown, work: (file: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'axys-version-'));
  try {
    const file = join(folder, 'contract.json');
    await writeFile(file, JSON.stringify(content));
    await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const minimal = { openapi: '3.1.0', info: { title: 'a', version: '1' }, paths: {} };

test('a version loaded in a thread is the same: document, places, comparison', () =>
  withFile(
    { ...minimal, paths: { '/cards': { get: { responses: { 200: { description: 'all' } } } } } },
    async (file) => {
      const own = await loadVersion(ownContractPath, read);
      const [here, beside] = [await loadVersion(file, read), await loadVersionBeside(file)];
      try {
        assert.deepEqual(beside.document, here.document);
        const expected = await diffContracts(own, here);
        assert.notEqual(expected.changes.length, 0);
        assert.deepEqual(await diffContracts(own, beside), expected);
      } finally {
        await beside.close?.();
      }
    },
  ));

test('what cannot be read is the same error, and no thread is left', () =>
  withFile({ ...minimal, openapi: '2.0' }, async (file) => {
    await assert.rejects(loadVersionBeside(file), { code: 'CON-103', exit: 78 });
    await assert.rejects(loadVersionBeside(`${file}.none`), { code: 'CON-101', exit: 78 });
  }));

test('a document that turns out not to be valid is told instead of what it differs in', () =>
  withFile({ ...minimal, paths: { cards: {} } }, async (file) => {
    const own = await loadVersion(ownContractPath, read);
    const beside = await loadVersionBeside(file);
    try {
      await assert.rejects(diffContracts(own, beside), { code: 'CON-104', exit: 78 });
    } finally {
      await beside.close?.();
    }
  }));
