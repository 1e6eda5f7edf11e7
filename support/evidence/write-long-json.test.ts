import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aResult, aStep } from '../verdict/testing/samples.js';
import { scenarioVerdicts } from '../verdict/verdict.js';
import { ctrfFrame, ctrfTests } from '../views/ctrf/ctrf-of.js';
import type { CtrfTest } from '../views/ctrf/ctrf-report.js';
import type { DecidedRun } from './decided-run.js';
import type { EvidenceFolder } from './evidence-folder.js';
import type { ShownRun } from '../views/shown-results.js';
import { aRun } from './testing/sample-run.js';
import { writeJson } from './write-json.js';
import { writeLongJson } from './write-long-json.js';

/** A folder that keeps what one file was given. */
function keeping() {
  const pieces: string[] = [];
  const folder: Pick<EvidenceFolder, 'write' | 'writeStream'> = {
    write: (_path, content) => Promise.resolve(void pieces.push(content)),
    writeStream: async (_path, given) => {
      for await (const piece of given) pieces.push(piece);
    },
  };
  return { folder: folder as EvidenceFolder, pieces };
}

const steps = [aStep({ text: 'a "quoted" line,\nand another with $& and \u2028' })];
const shownOf = (run: DecidedRun): ShownRun => ({ run, shown: run.results });
const runs = [
  aRun([]),
  aRun([aResult({ id: 'one', steps })]),
  aRun(scenarioVerdicts.map((verdict) => aResult({ id: verdict, verdict, steps }))),
].map(shownOf);

test('an artefact has the same bytes item by item as whole', async () => {
  for (const run of runs) {
    const [whole, long] = [keeping(), keeping()];
    await writeJson(whole.folder, 'ctrf.json', { schema: 'ctrf', content: ctrfFrame(run)([...ctrfTests(run)]) });
    const artefact = { schema: 'ctrf', around: ctrfFrame(run), items: ctrfTests(run) } as const;
    await writeLongJson(long.folder, 'ctrf.json', artefact);
    assert.equal(long.pieces.join(''), whole.pieces.join(''));
    assert.ok(long.pieces.length > [...ctrfTests(run)].length);
  }
});

test('another shape is not written, around the list or in any item of it', async () => {
  const run = shownOf(aRun([aResult({ id: 'one' }), aResult({ id: 'two' })]));
  const around = ctrfFrame(run);
  const [test] = ctrfTests(run);
  assert.ok(test !== undefined);
  const wrong = { ...test, status: 'green' } as unknown as CtrfTest;
  const attempts = [
    { schema: 'ctrf', around, items: [test, wrong] },
    { schema: 'ctrf', around: (tests: readonly CtrfTest[]) => ({ ...around(tests), comment: '' }), items: [] },
  ] as const;
  for (const artefact of attempts)
    await assert.rejects(writeLongJson(keeping().folder, 'ctrf.json', artefact), { code: 'EVD-102' });
});
