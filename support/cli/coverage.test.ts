import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Coverage } from '../coverage/coverage.js';
import { emptyCoverage } from '../coverage/testing/empty-coverage.js';
import { writeCoverage } from '../coverage/write-coverage.js';
import { evidenceFolder } from '../evidence/evidence-folder.js';
import { withFolder } from '../evidence/testing/sample-run.js';
import { floorIn, floorPath, openIn } from '../coverage/gate/floor.js';
import { targetKindNames } from '../coverage/targets/target-kinds.js';
import { capturedIo } from './captured-io.js';
import { main } from './main.js';

const floor = floorIn(await readFile(floorPath(), 'utf8'), floorPath());

/** A run that is exactly on the floor. */
const onTheFloor: Coverage = {
  ...emptyCoverage,
  counts: targetKindNames.map((kind) => ({
    ...{ kind, targets: floor.targets[kind], attempted: floor.matched[kind], matched: floor.matched[kind] },
    ...{ asserted: floor.asserted[kind], excluded: 0, open: 0 },
  })),
  targets: openIn(floor).map((id) => ({ id, contract: '', level: 'none', scenarios: '' })),
};

const more = (id: string): Coverage => ({
  ...onTheFloor,
  targets: [...onTheFloor.targets, { id, contract: '', level: 'attempted', scenarios: '' }],
});
const excluded = (state: 'used' | 'matchless' | 'expired'): Coverage => ({
  ...onTheFloor,
  exclusions: [
    {
      targets: 'status:*:*',
      reason: 'nobody can provoke it',
      owner: 'someone',
      expires: '2026-01-01',
      state,
      named: 1,
      uncovered: 1,
    },
  ],
});

/** Runs `coverage` on a run folder that holds this coverage, or none. */
async function printed(coverage: Coverage | null, ...flags: readonly string[]) {
  let seen = { code: -1, stdout: '', stderr: '' };
  await withFolder(async (folder) => {
    const run = join(folder, 'reports/runs/run-1');
    await mkdir(run, { recursive: true });
    if (coverage !== null) await writeCoverage(evidenceFolder(run), coverage);
    const captured = capturedIo(folder, {});
    const code = await main(['coverage', 'run-1', ...flags], captured.io);
    seen = { code, stdout: captured.stdout(), stderr: captured.stderr() };
  });
  return seen;
}

const cases: readonly (readonly [string, Coverage | null, number, RegExp])[] = [
  ['a run on the floor ends with 0', onTheFloor, 0, /Gate: ok/],
  ['a target nobody covers ends with 2 and is named', more('operation:closeCard:'), 2, /operation:closeCard:/],
  ['an exclusion in force changes nothing', excluded('used'), 0, /Gate: ok/],
  ['an exclusion that names nothing ends with 78', excluded('matchless'), 78, /COV-202: .*status:\*:\* of someone/],
  ['an exclusion that has ended ends with 78', excluded('expired'), 78, /COV-203: .*2026-01-01/],
  ['a pack without coverage ends with 64', null, 64, /COV-101: .*there is no such file/],
];
for (const [what, coverage, code, text] of cases) {
  test(what, async () => {
    const seen = await printed(coverage);
    assert.equal(seen.code, code, seen.stdout + seen.stderr);
    assert.match(seen.stdout + seen.stderr, text);
  });
}

test('--json prints the gate and the coverage, which is what the pack holds', async () => {
  const { stdout } = await printed(more('operation:closeCard:'), '--json');
  const { gate, ...coverage } = JSON.parse(stdout) as Coverage & { readonly gate: unknown };
  assert.deepEqual(gate, { uncovered: ['operation:closeCard:'], fallen: [], closed: [], met: false });
  assert.deepEqual(coverage, more('operation:closeCard:'));
});
