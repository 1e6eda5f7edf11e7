import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../../config/package-root.js';
import { judgeRules } from '../../contract/rules/index.js';
import { openQuestionsIn, openQuestionsPath } from '../../questions/open-questions-in.js';
import { allChecks } from '../../verdict/checks/all-checks.js';
import { loadRequirements } from '../../verdict/load-requirements.js';
import { loadVariations } from './variation-catalogue.js';
import { knownVariations } from './variations.js';

const entries = await loadVariations();

test('the catalogue and the switches name the same variations, each once', () => {
  assert.deepEqual(entries.map(({ id }) => id).toSorted(), [...knownVariations.keys()].toSorted());
});

test('rows, questions and rules of every variation exist', async () => {
  const file = join(packageRoot(), 'schemas/axys-v2/requirements.yaml');
  const known = new Set([
    ...(await loadRequirements(file, new Set(allChecks.keys()))).map(({ id }) => id),
    ...openQuestionsIn(readFileSync(openQuestionsPath(), 'utf8'), 'open-questions.yaml').map(({ id }) => id),
    ...judgeRules.map(({ id }) => id),
  ]);
  const named = entries.flatMap(({ rows, source, readings = {}, remarks = [] }) => [
    ...rows,
    ...remarks,
    ...Object.keys(readings),
    ...(source.startsWith('question ') ? [source.slice(9)] : []),
  ]);
  assert.deepEqual(
    named.filter((name) => !known.has(name)),
    [],
  );
});

test('a row that a variation leaves open is one that meets it', () => {
  const strange = entries.flatMap(({ rows, leaves = [] }) => leaves.filter((row) => !rows.includes(row)));
  assert.deepEqual(strange, []);
});

test('a catalogue of another shape is refused and the message says where', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'axys-variations-'));
  try {
    const file = join(folder, 'legal-variations.yaml');
    await writeFile(file, 'version: 1\nvariations: []\n');
    await assert.rejects(loadVariations(file), { code: 'EMU-107', exit: 78, message: /\/variations/ });
    await writeFile(file, 'version: [');
    await assert.rejects(loadVariations(file), { code: 'EMU-107', exit: 78 });
  } finally {
    await rm(folder, { recursive: true });
  }
});
