import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { runLabel, runIdOfLabel } from './run-label.js';

const runId = 'run-20261121T030405Z-01abff';

describe('a run label', () => {
  it('is the same for the same object and different for every other', () => {
    assert.equal(runLabel(runId, 'cards/issue-card:a', 1), runLabel(runId, 'cards/issue-card:a', 1));
    const others = [
      runLabel(runId, 'cards/issue-card:a', 2),
      runLabel(runId, 'cards/issue-card:b', 1),
      runLabel('run-20261121T030406Z-01abff', 'cards/issue-card:a', 1),
    ];
    assert.equal(new Set([runLabel(runId, 'cards/issue-card:a', 1), ...others]).size, 4);
  });

  it('fits a mail address of fifty characters and gives its run id back', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 99 }), (scenario, count) => {
        const label = runLabel(runId, scenario, count);
        assert.ok(`${label}@example.com`.length <= 50, label);
        assert.match(label, /^[a-z0-9.-]+$/);
        assert.equal(runIdOfLabel(`Certification ${label}`), runId.toLowerCase());
      }),
    );
  });

  it('is not seen where there is none', () => {
    assert.equal(runIdOfLabel('Certification run of last week'), null);
    assert.equal(runIdOfLabel(runId), null);
  });
});
