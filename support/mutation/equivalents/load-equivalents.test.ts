import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadFaults } from '../../emulator/faults/fault-catalogue.js';
import { loadEquivalents } from './load-equivalents.js';

const entry = (mutant: string) =>
  `  - mutant: ${mutant}\n    reason: "No answer differs, because the two are one value."\n`;

test('the shipped table names mutants that exist', async () => {
  const known = new Set((await loadFaults()).map(({ id }) => id));
  assert.deepEqual(
    // A wire mutant has an id in words; whether it is there, only a mutation run knows.
    [...(await loadEquivalents()).keys()].filter((id) => !id.includes(' ') && !known.has(id)),
    [],
  );
});

test('a reason is found by its mutant; a table that cannot be trusted is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'axys-equivalents-'));
  const file = join(folder, 'equivalents.yaml');
  try {
    await writeFile(file, `version: 1\nequivalents:\n${entry('a/b')}`);
    assert.match((await loadEquivalents(file)).get('a/b') ?? '', /^No answer differs/);
    for (const text of [`${entry('a/b')}${entry('a/b')}`, '  - mutant: a/b\n', '  - mutant: a/b\n    reason: same\n']) {
      await writeFile(file, `version: 1\nequivalents:\n${text}`);
      await assert.rejects(loadEquivalents(file), { code: 'MUT-202', exit: 78 });
    }
    await assert.rejects(loadEquivalents(join(folder, 'none.yaml')), { code: 'MUT-202' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
