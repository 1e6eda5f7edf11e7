import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { packageRoot } from '../../config/package-root.js';
import { builtInProfile } from '../../config/built-in-profile.js';
import type { Capabilities } from '../../config/profile.js';
import { loadContract } from '../../contract/load-contract.js';
import { ownContractPath } from '../../config/own-contract-path.js';
import { allChecks } from '../../verdict/checks/all-checks.js';
import { loadRequirements } from '../../verdict/load-requirements.js';
import { isSelfScenario } from '../../verdict/self-scenario.js';
import { planRun } from '../plan-run.js';
import { loadWayTable } from '../recompute/ways/way-table.js';
import { callTableFile, loadScenarioCalls } from './scenario-calls.js';

const capabilities = Object.keys(builtInProfile().capabilities) as (keyof Capabilities)[];

/** Every Program there can be, by what it lacks. */
const programs = Array.from({ length: 2 ** capabilities.length }, (_, bits) =>
  capabilities.filter((_name, bit) => (bits & (1 << bit)) !== 0),
);

const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
const rows = await loadRequirements(
  join(packageRoot(), 'schemas/axys-v2/requirements.yaml'),
  new Set(allChecks.keys()),
);
const { catalogue } = await planRun({ tags: null, scenarioId: null, rows: null, order: 'defined' });
const calls = await loadScenarioCalls(callTableFile, contract);
const ways = await loadWayTable();

/** Checks that a scenario comes to when it passes on the emulator. */
const checksOf = (id: string) => (ways.get(id) ?? []).flat().map((line) => line.split(' ', 1)[0]);

describe('what a Program lacks', () => {
  for (const lacks of programs) {
    it(`leaves no row that applies without the scenarios that prove it: ${lacks.join(', ') || 'nothing'}`, () => {
      const has = (needs: readonly (keyof Capabilities)[]) =>
        !needs.some((name) => lacks.some((each) => each === name));
      const proved = rows.filter(({ needs, phase, trigger }) => {
        return has(needs) && phase === 'staging' && trigger !== 'people' && trigger !== 'organic';
      });
      assert.ok(proved.length > 20);
      for (const { id, proves, trigger } of proved) {
        const acting = catalogue.filter(
          (scenario) =>
            !isSelfScenario(scenario) && scenario.requirements.includes(id) && has(calls.get(scenario.id)?.needs ?? []),
        );
        const reached = new Set(acting.flatMap((scenario) => checksOf(scenario.id)));
        assert.ok(acting.length > 0, `${id} applies, and no scenario of it does`);
        // What is read off the run itself makes no call.
        const unreached = trigger === 'static' ? [] : proves.filter((check) => !reached.has(check));
        assert.deepEqual(unreached, [], `${id} applies, and no scenario of it comes to these checks`);
      }
    });
  }
});
