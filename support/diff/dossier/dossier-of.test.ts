import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shapeProblem } from '../../config/evidence-schema.js';
import { aRun } from '../../evidence/testing/sample-run.js';
import { dossierOf } from './dossier-of.js';
import {
  aBehaviourChange,
  aBehaviourDiff,
  anApproval,
  anObservedRun,
  dossierParts,
  someComparison,
} from './testing/sample-comparison.js';

test('a dossier names the changed row, its cause and the pair of exchanges, and has the form of its schema', () => {
  const dossier = dossierOf(dossierParts());
  assert.equal(shapeProblem('dossier', dossier), null);
  const verdict = dossier.changes.find(({ source }) => source === 'verdict');
  assert.deepEqual(
    [verdict?.requirements, verdict?.causes.map(({ kind }) => kind), verdict?.exchanges, verdict?.open],
    [['TM-29'], ['target-answered-differently'], { old: 'x-000010', new: 'x-000001' }, true],
  );
  assert.deepEqual([dossier.kind, dossier.class, dossier.openClass], ['drift', 'breaking', 'breaking']);
  assert.deepEqual(dossier.counts.breaking, { all: 2, open: 2 });
});

test('an approved change stays listed in its class and is open no more', () => {
  const verdicts = { ...aBehaviourDiff(), verdicts: [] };
  const {
    changes,
    openClass,
    class: worst,
    approvals,
    counts,
  } = dossierOf(dossierParts({ behaviour: verdicts, approvals: [anApproval()] }));
  assert.deepEqual([worst, openClass, counts.breaking], ['breaking', 'cosmetic', { all: 1, open: 0 }]);
  assert.deepEqual(
    [changes[0]?.open, changes[0]?.approval?.decision, approvals[0]?.state],
    [false, 'expected', 'used'],
  );
});

test('an approval that lapsed before the run began, or names a balance, leaves its change open', () => {
  const late = dossierOf(dossierParts({ approvals: [anApproval({ expires: '2026-11-20' })] }));
  assert.deepEqual([late.approvals[0]?.state, late.counts.breaking.open], ['expired', 2]);
  const balance = aBehaviourDiff({
    changes: [aBehaviourChange({ place: 'getCardBalance success /body/ledgerBalance' })],
  });
  const money = dossierOf(dossierParts({ behaviour: balance, approvals: [anApproval()] }));
  assert.deepEqual([money.approvals[0]?.state, money.counts.breaking.open], ['refused', 2]);
});

test('what the vendor may do at any time asks nobody and undoes no row', () => {
  const behaviour = aBehaviourDiff({ verdicts: [], changes: [aBehaviourChange({ class: 'additive' })] });
  const run = { ...dossierParts().run, requirements: aRun().requirements };
  const { openClass, certifyAgain } = dossierOf(dossierParts({ behaviour, run }));
  assert.equal(openClass, 'cosmetic');
  assert.deepEqual(certifyAgain.rows, []);
});

test('a changed contract makes it a new version, and unlike conditions are named', () => {
  const next = anObservedRun({ contract: { sha256: 'f'.repeat(64), version: '2.1' } });
  const { kind, conditions } = dossierOf(dossierParts({ behaviour: aBehaviourDiff({ new: next }) }));
  assert.equal(kind, 'version');
  assert.deepEqual(
    conditions.map(({ what }) => what),
    ['contract'],
  );
});

test('a dossier of texts that people and targets wrote has its form too', () => {
  assert.equal(shapeProblem('dossier', someComparison('</script> "quoted"').dossier), null);
});

test('what only one run exercised is counted, and evidence that was taken over is counted apart', () => {
  const missing = (id: string, side: 'old' | 'new') => ({ what: 'scenario' as const, id, side, why: 'not selected' });
  const behaviour = aBehaviourDiff({ notObserved: [missing('a', 'new'), missing('b', 'new'), missing('c', 'old')] });
  const scenarios = [{ id: 'b', runId: 'run-20261111T080000Z-bbbbbb', startedAt: '2026-11-11T08:00:00.000Z' }];
  const carried = { runId: 'run-20261111T080000Z-bbbbbb', scenarios, problems: [] };
  const { compared } = dossierOf(dossierParts({ behaviour, run: { ...dossierParts().run, carried } }));
  assert.deepEqual(compared, { scenarios: 1, carried: 1, onlyBaseline: 1, onlyHere: 1 });
});
