import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decisions } from '../../verdict/verdict.js';
import { runsToRemove } from './runs-to-remove.js';

const anyRun = fc.record({
  runId: fc.integer({ min: 0, max: 10_000 }).map((value) => `run-${String(value).padStart(5, '0')}`),
  decision: fc.option(fc.constantFrom(...decisions)),
  held: fc.boolean(),
});

test('never the newest finished ones, never what is named, unfinished or lasting, and nothing else stays', () => {
  const runs = fc.uniqueArray(anyRun, { selector: ({ runId }) => runId, maxLength: 30 });
  fc.assert(
    fc.property(runs, fc.integer({ min: 1, max: 12 }), fc.array(fc.nat({ max: 29 })), (found, keep, picks) => {
      const named = new Set(picks.flatMap((pick) => found[pick]?.runId ?? []));
      const { remove, spared } = runsToRemove(found, { keep, named });
      const finished = found.filter(({ decision, held }) => decision !== null && !held);
      const newest = finished.toSorted((a, b) => (a.runId < b.runId ? 1 : -1)).slice(0, keep);
      const goes = ({ runId, decision }: (typeof finished)[number]) =>
        !newest.some((run) => run.runId === runId) &&
        !named.has(runId) &&
        decision !== 'certifiable' &&
        decision !== 'awaiting-people';
      assert.deepEqual([...remove].sort(), finished.filter(goes).map(({ runId }) => runId).sort()); // prettier-ignore
      assert.equal(remove.length + spared.length + Math.min(keep, finished.length), found.length);
    }),
  );
});
