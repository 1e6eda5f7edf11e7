import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { packageRoot } from '../config/package-root.js';
import { planRun } from '../runner/plan-run.js';
import { allChecks } from './checks/all-checks.js';
import { loadRequirements } from './load-requirements.js';
import { checkRowCoverage, type TaggedScenario } from './row-coverage.js';
import { aRow } from './testing/samples.js';

const about = (...rows: readonly string[]): TaggedScenario => ({
  id: 'a/b:c',
  tags: rows.map((row) => `@${row}`),
  requirements: rows,
});
const people = { trigger: 'people', people: 'Answer the SMS.', proves: [] } as const;

describe('rows and scenarios', () => {
  const sound: readonly (readonly [string, Parameters<typeof aRow>[0], readonly TaggedScenario[]])[] = [
    ['a row with a scenario', {}, [about('TM-29')]],
    ['a row for people', people, []],
    ['a row for people that a scenario helps', { ...people, proves: ['card-active'] }, [about('TM-29')]],
    ['a row of the phase after go-live for people', { ...people, phase: 'go-live' }, []],
    ['a row that belongs to production', { trigger: 'production', phase: 'go-live', proves: [] }, []],
    ['a scenario about the harness', {}, [about('TM-29'), { id: 'd', tags: ['@self'], requirements: [] }]],
  ];
  for (const [what, row, scenarios] of sound) {
    it(`agree on ${what}`, () => {
      assert.doesNotThrow(() => {
        checkRowCoverage('rows.yaml', [aRow(row)], scenarios);
      });
    });
  }

  const broken: readonly (readonly [string, Parameters<typeof aRow>[0], readonly TaggedScenario[], string, RegExp])[] =
    [
      ['a forgotten row', {}, [], 'VER-105', /TM-29.*a scenario or a stated reason/],
      ['a forgotten row that only some Programs have', { needs: ['sumsub'] }, [], 'VER-105', /TM-29/],
      ['a forgotten production row', { trigger: 'production', proves: [] }, [], 'VER-105', /TM-29/],
      ['a row for people without a sentence', { ...people, people: null }, [], 'VER-105', /TM-29/],
      ['a row that only a scenario about the harness names', {}, [selfAbout('TM-29')], 'VER-105', /TM-29/],
      ['a scenario that proves nothing', { proves: [] }, [about('TM-29')], 'VER-105', /proving checks/],
      ['a scenario without a row', {}, [about('TM-29'), about()], 'VER-107', /a\/b:c.*no tag/],
      ['a tag that is no row', {}, [about('TM-29', 'TM-99')], 'VER-107', /@TM-29 @TM-99/],
    ];
  for (const [what, row, scenarios, code, message] of broken) {
    it(`are refused for ${what}`, () => {
      assert.throws(
        () => {
          checkRowCoverage('rows.yaml', [aRow(row)], scenarios);
        },
        { code, exit: 78, message },
      );
    });
  }

  it('agree in this repository', async () => {
    const file = join(packageRoot(), 'schemas/axys-v2/requirements.yaml');
    const catalogue = await loadRequirements(file, new Set(allChecks.keys()));
    const { catalogue: scenarios } = await planRun({ tags: null, scenarioId: null, rows: null, order: 'defined' });
    checkRowCoverage(file, catalogue, scenarios);
    const withoutScenario = catalogue.filter(({ id }) =>
      scenarios.every(({ requirements }) => !requirements.includes(id)),
    );
    assert.deepEqual(
      withoutScenario.map(({ id }) => id),
      ['TM-42', 'TM-66', 'TM-74'],
    );
  });
});

function selfAbout(row: string): TaggedScenario {
  return { ...about(row), tags: ['@self', `@${row}`] };
}
