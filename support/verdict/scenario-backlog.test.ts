import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { checkScenarioBacklog, loadScenarioBacklog, type BacklogCheck } from './scenario-backlog.js';
import { aContext, aRow } from './testing/samples.js';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'axys-backlog-'));
});
after(() => rm(folder, { recursive: true, force: true }));

async function load(content: string): Promise<ReadonlySet<string>> {
  const file = join(folder, 'no-scenario-yet.yaml');
  await writeFile(file, content);
  return loadScenarioBacklog(file);
}

test('the listed rows are read', async () => {
  assert.deepEqual([...(await load('version: 1\nrequirements: [TM-13, TM-14]\n'))], ['TM-13', 'TM-14']);
});

test('no file means no such row', async () => {
  assert.equal((await loadScenarioBacklog(join(folder, 'none.yaml'))).size, 0);
});

test('anything else than a list of rows is refused', async () => {
  for (const content of [
    '',
    '[TM-13]',
    'version: 1\nrequirements: [TM-99]',
    'version: 1\nrequirements: [TM-13, TM-13]',
    '{',
  ]) {
    await assert.rejects(load(content), { code: 'VER-104', exit: 78 });
  }
});

const rows = [
  aRow(),
  aRow({ id: 'TM-42', trigger: 'people', people: 'Answer the SMS.', proves: [] }),
  aRow({ id: 'TM-23', needs: 'sumsub', proves: [] }),
  aRow({ id: 'TM-15', proves: [] }),
];
const sound: BacklogCheck = {
  file: 'no-scenario-yet.yaml',
  requirements: rows,
  backlog: new Set(['TM-15']),
  rowsWithScenario: new Set(['TM-29']),
  context: aContext(),
};

test('rows with a scenario, listed rows, rows for people and rows that do not apply are all accounted for', () => {
  assert.doesNotThrow(() => checkScenarioBacklog(sound));
});

const refusals: readonly [string, Partial<BacklogCheck>, RegExp][] = [
  ['a listed row with a scenario', { backlog: new Set(['TM-15', 'TM-29']) }, /TM-29.*no scenario/],
  ['a listed row for people', { backlog: new Set(['TM-15', 'TM-42']) }, /TM-42.*people/],
  ['a forgotten row', { backlog: new Set() }, /TM-15.*neither/],
  ['a scenario that proves nothing', { rowsWithScenario: new Set(['TM-29', 'TM-23']) }, /TM-23.*proving checks/],
  ['a tag that is no row', { rowsWithScenario: new Set(['TM-29', 'TM-99']) }, /TM-99.*row of the catalogue/],
  [
    'a row that applies to this Program',
    { context: aContext({ capabilities: { ...aContext().capabilities, sumsub: true } }) },
    /TM-23.*neither/,
  ],
];

for (const [name, change, message] of refusals) {
  test(`${name} is refused`, () => {
    assert.throws(() => checkScenarioBacklog({ ...sound, ...change }), { code: 'VER-105', exit: 78, message });
  });
}
