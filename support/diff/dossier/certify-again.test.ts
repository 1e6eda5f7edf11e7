import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aKnownScenario, aRun } from '../../evidence/testing/sample-run.js';
import { dossierOf } from './dossier-of.js';
import { certifyAgain, type BothRuns } from './certify-again.js';
import { anObservation, dossierParts } from './testing/sample-comparison.js';

const { requirements: shown } = aRun();
const other = aKnownScenario({ id: 'cards/hold:another', name: 'Another' });

function again(change: Partial<BothRuns> = {}) {
  const [row] = anObservation().requirements;
  return certifyAgain({
    ...{ before: row === undefined ? [] : [row], after: shown, changes: [], known: [aKnownScenario(), other] },
    ...change,
  });
}

const { changes } = dossierOf(dossierParts());

test('a row that holds as before, and that nothing touches, stands', () => {
  assert.deepEqual(again(), { rows: [], command: null });
});

test('a row that a change undoes is named with its fingerprints and the scenarios that met it', () => {
  const { rows, command } = again({ changes });
  assert.deepEqual(
    rows.map(({ id, scenarios, shownHere }) => [id, scenarios, shownHere]),
    [['TM-29', ['cards/hold:block-a-card'], true]],
  );
  assert.deepEqual(
    rows[0]?.reasons.map(({ fingerprint }) => fingerprint),
    ['0a0a0a0a0a0a', '0b0b0b0b0b0b'],
  );
  assert.equal(command, null, 'this run demonstrates it again');
});

test('a row this run does not demonstrate is shown again with all its scenarios, by the command that runs them', () => {
  const after = shown.map((row) => ({ ...row, outcome: 'contradicted' as const, reason: 'a check is violated' }));
  const { rows, command } = again({ after });
  assert.deepEqual(rows[0]?.scenarios, ['cards/hold:another', 'cards/hold:block-a-card']);
  assert.match(rows[0].reasons[0]?.words ?? '', /in this run it is contradicted: a check is violated/);
  assert.equal(command, 'axys-certify run --tags @TM-29');
});

test('a row that was carried over was not shown again', () => {
  const carried = shown.map((row) => ({ ...row, marks: ['carried-over' as const] }));
  assert.equal(again({ changes, after: carried }).rows[0]?.shownHere, false);
});

test('a row this run left out stands as before, unless a change undoes it', () => {
  assert.deepEqual(again({ after: [] }).rows, []);
  const { rows, command } = again({ changes, after: [] });
  assert.deepEqual([rows[0]?.after, rows[0]?.shownHere], ['out-of-scope', false]);
  assert.equal(command, 'axys-certify run --tags @TM-29');
});

test('a row the baseline never demonstrated is not certified again, whatever changed', () => {
  const before = anObservation().requirements.map((row) => ({ ...row, outcome: 'not-demonstrated' as const }));
  assert.deepEqual(again({ before, changes }).rows, []);
});
