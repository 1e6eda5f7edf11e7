import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../../config/package-root.js';
import { judgeRules } from '../../contract/rules/index.js';
import { allChecks } from '../../verdict/checks/all-checks.js';
import { allInvariants } from '../../verdict/invariants/all-invariants.js';
import { moneyInvariantIds } from '../../verdict/invariants/money-outcomes.js';
import { loadRequirements } from '../../verdict/load-requirements.js';
import { contract } from '../test-kit/violations-in.js';
import { catcherOf, loadFaults } from './fault-catalogue.js';
import { knownFaults } from './fault-registry.js';
import { faultsPage } from './faults-page.js';

const entries = await loadFaults();
const rows = await loadRequirements(
  join(packageRoot(), 'schemas/axys-v2/requirements.yaml'),
  new Set(allChecks.keys()),
);

test('the catalogue and the switches name the same faults, each once', () => {
  assert.ok(entries.length >= 80);
  assert.deepEqual(entries.map(({ id }) => id).toSorted(), [...knownFaults.keys()].toSorted());
});

test('every fault names rows, operations and catchers that exist', () => {
  const known = new Set([
    ...rows.map(({ id }) => id),
    ...contract.operations.keys(),
    ...[...allChecks.keys()].map((id) => `check ${id}`),
    ...judgeRules.map(({ id }) => `rule ${id}`),
    ...[...allInvariants.map(({ id }) => id), ...moneyInvariantIds].map((id) => `invariant ${id}`),
  ]);
  const unknown = entries.flatMap(({ id, requirements, operations, caughtBy }) =>
    [...requirements, ...operations, ...caughtBy.map(catcherOf).map((catcher) => `${catcher.kind} ${catcher.id}`)]
      .filter((name) => !known.has(name))
      .map((name) => `${id}: ${name}`),
  );
  assert.deepEqual(unknown, []);
});

test('a catching check is one that proves a row of the fault, or none at all', () => {
  const stray = entries.flatMap(({ id, requirements, caughtBy }) =>
    caughtBy.flatMap((catcher) => {
      const proven = rows.filter(({ proves }) => 'check' in catcher && proves.includes(catcher.check));
      const fits = proven.length === 0 || proven.some((row) => requirements.includes(row.id));
      return fits ? [] : [`${id}: ${catcherOf(catcher).id}`];
    }),
  );
  assert.deepEqual(stray, []);
});

test('docs/faults.md says what the data says', async () => {
  assert.equal(await readFile(join(packageRoot(), 'docs/faults.md'), 'utf8'), faultsPage(entries));
});

test('a catalogue of another shape is refused and the message says where', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'axys-faults-'));
  try {
    const file = join(folder, 'faults.yaml');
    await writeFile(file, 'version: 1\nfaults: []\n');
    await assert.rejects(loadFaults(file), { code: 'EMU-106', exit: 78, message: /\/faults/ });
    await writeFile(file, 'version: [');
    await assert.rejects(loadFaults(file), { code: 'EMU-106', exit: 78 });
  } finally {
    await rm(folder, { recursive: true });
  }
});
