import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { stringify } from 'yaml';
import { CodedError } from '../messages/coded-error.js';
import { loadRequirements } from './load-requirements.js';
import { rowIds } from './requirement-rules.js';
import type { Requirement } from './requirement.js';
import { aRow } from './testing/samples.js';

const known = new Set(['card-active']);
let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'axys-requirements-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const rows = rowIds.map((id) => aRow({ id }));
const with29 = (change: Record<string, unknown>): unknown[] =>
  rows.map((row) => (row.id === 'TM-29' ? { ...row, ...change } : row));

async function load(requirements: readonly unknown[]): Promise<Requirement[]> {
  const file = join(folder, 'requirements.yaml');
  await writeFile(file, stringify({ version: 1, requirements }));
  return loadRequirements(file, known);
}

test('a complete catalogue is read as it is', async () => {
  assert.deepEqual(await load(rows), rows);
});

test('a check may be named with its variant', async () => {
  assert.equal((await load(with29({ proves: ['card-active:physical'] }))).length, 75);
});

const refusals: readonly [string, readonly unknown[], string, RegExp][] = [
  ['a row missing', rows.slice(1), 'VER-103', /TM-01.*received 0/],
  ['a row twice', [...rows, aRow()], 'VER-103', /TM-29.*received 2/],
  ['an id outside the matrix', [...rows, aRow({ id: 'TM-76' })], 'VER-102', /TM-76/],
  ['an unknown check', with29({ proves: ['card-activ'] }), 'VER-103', /TM-29.*card-activ/],
  ['a SHOULD that is not organic', with29({ level: 'SHOULD' }), 'VER-103', /TM-29.*level MUST/],
  ['an organic MUST', with29({ trigger: 'organic' }), 'VER-103', /TM-29.*level SHOULD/],
  ['people without a task', with29({ trigger: 'people' }), 'VER-103', /TM-29.*people/],
  ['a production row before go-live', with29({ trigger: 'production' }), 'VER-103', /TM-29.*go-live/],
  ['an unconfirmed trigger without simulation', with29({ trigger: 'unconfirmed' }), 'VER-103', /TM-29.*simulation/],
  ['an unknown member', with29({ owner: 'me' }), 'VER-102', /row TM-29.*owner/],
  ['an unknown word', with29({ trigger: 'manual' }), 'VER-102', /row TM-29.*\/trigger|\/trigger.*row TM-29/],
];

for (const [name, requirements, code, message] of refusals) {
  test(`${name} is refused with the row named`, async () => {
    await assert.rejects(load(requirements), (error: unknown) => {
      assert.ok(error instanceof CodedError);
      assert.equal(error.code, code);
      assert.equal(error.exit, 78);
      assert.match(error.message, message);
      return true;
    });
  });
}

test('a file that is missing or not YAML is refused', async () => {
  await assert.rejects(loadRequirements(join(folder, 'none.yaml'), known), { code: 'VER-101' });
  await writeFile(join(folder, 'broken.yaml'), 'requirements: [');
  await assert.rejects(loadRequirements(join(folder, 'broken.yaml'), known), { code: 'VER-101' });
});
