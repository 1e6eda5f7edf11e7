import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decide } from './decide.js';
import type { GateInput } from './gate-input.js';
import { rollUpRequirements } from './roll-up-requirements.js';
import type { Requirement } from './requirement.js';
import type { ScenarioResult } from './scenario-result.js';
import { aCheck, aContext, aGateInput, aResult, aRow } from './testing/samples.js';
import { verdictEffect, verdictRank } from './verdict-order.js';
import { scenarioVerdicts, type RequirementOutcome } from './verdict.js';

/** Better first. */
const outcomes: readonly RequirementOutcome[] = [
  'demonstrated',
  'demonstrated-with-advisory',
  'not-demonstrated',
  'contradicted',
];
/** Better first: the order in which exit codes win. */
const exits = [0, 5, 2, 3, 1, 4];

const rows: readonly Requirement[] = [
  aRow(),
  aRow({ id: 'TM-30', proves: ['card-active', 'card-held'] }),
  aRow({ id: 'TM-04', trigger: 'organic', level: 'SHOULD' }),
];
const ids = rows.map(({ id }) => id);

const result = fc
  .record({
    id: fc.integer({ min: 0, max: 1_000_000 }).map((n) => `s${n}`),
    verdict: fc.constantFrom(...scenarioVerdicts),
    requirements: fc.subarray(ids, { minLength: 1 }),
    checks: fc.subarray([aCheck(), aCheck({ id: 'card-held' }), aCheck({ outcome: 'undetermined' })]),
  })
  .map((change) => aResult(change));
const results = fc.uniqueArray(result, { selector: ({ id }) => id, minLength: 1, maxLength: 6 });

function evaluated(all: readonly ScenarioResult[], change: Partial<GateInput> = {}) {
  const requirements = rollUpRequirements(rows, all, aContext());
  const planned = all.map(({ id }) => id);
  return { requirements, gate: decide(aGateInput({ planned, results: all, requirements, ...change })) };
}

function assertNoBetter(before: ReturnType<typeof evaluated>, after: ReturnType<typeof evaluated>): void {
  before.requirements.forEach((row, index) => {
    const now = after.requirements[index];
    assert.ok(
      now !== undefined && outcomes.indexOf(now.outcome) >= outcomes.indexOf(row.outcome),
      `${row.id} improved`,
    );
  });
  assert.ok(exits.indexOf(after.gate.exitCode) >= exits.indexOf(before.gate.exitCode), 'the decision improved');
}

test('adding a scenario that does not allow its rows never improves a row or the decision', () => {
  const bad = result.filter(
    ({ verdict }) => verdictEffect(verdict) === 'blocks' || verdictEffect(verdict) === 'contradicts',
  );
  fc.assert(
    fc.property(results, bad, (all, worse) => {
      if (all.some(({ id }) => id === worse.id)) return;
      assertNoBetter(evaluated(all), evaluated([...all, worse]));
    }),
    { numRuns: 1000 },
  );
});

test('giving a scenario that counts a worse verdict never improves a row or the decision', () => {
  fc.assert(
    fc.property(results, fc.nat(), fc.constantFrom(...scenarioVerdicts), (all, at, verdict) => {
      const index = at % all.length;
      const old = all[index];
      if (old === undefined || old.verdict === 'not-applicable' || verdictRank(verdict) > verdictRank(old.verdict))
        return;
      assertNoBetter(evaluated(all), evaluated(all.with(index, { ...old, verdict })));
    }),
    { numRuns: 1000 },
  );
});

test('dropping a planned result, or a whole row’s scenarios, is never green', () => {
  fc.assert(
    fc.property(results, fc.nat(), (all, at) => {
      const missing = all[at % all.length];
      const rest = all.filter((each) => each !== missing);
      const { gate } = evaluated(rest, { planned: all.map(({ id }) => id) });
      assert.notEqual(gate.exitCode, 0);
    }),
  );
});
