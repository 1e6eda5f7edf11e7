import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Journal } from '../../../trace/journal.js';
import { followRun, toldOf } from './follow-run.js';
import type { RunToFollow } from './following-work.js';
import type { RecomputationBeside } from './recompute-beside.js';

const nobody: RecomputationBeside = {
  grown: () => undefined,
  closed: () => undefined,
  journal: () => Promise.resolve(null),
  compared: () => Promise.resolve(null),
  end: () => Promise.resolve(),
};

describe('followRun', () => {
  const asked: RunToFollow[] = [];
  const recomputeBeside = (run: RunToFollow) => {
    asked.push(run);
    return nobody;
  };
  const planned = (scenarios: number) => ({
    ...{ folder: '/runs/run-1', runId: 'run-1', cores: 2 },
    prepared: { plan: { scenarios: Array.from({ length: scenarios }, () => null) } },
  });

  it('follows a run that is worth a thread, where somebody asks for it', () => {
    assert.equal(followRun({ ...planned(100), recomputeBeside }), nobody);
    assert.deepEqual(asked, [{ root: '/runs/run-1', runId: 'run-1' }]);
    assert.equal(followRun(planned(100)), null);
  });

  it('follows no run of a few scenarios', () => {
    const before = asked.length;
    assert.equal(followRun({ ...planned(2), recomputeBeside }), null);
    assert.equal(asked.length, before);
  });

  it('follows no run on a machine of one core', () => {
    const before = asked.length;
    assert.equal(followRun({ ...planned(100), cores: 1, recomputeBeside }), null);
    assert.equal(asked.length, before);
  });
});

describe('toldOf', () => {
  it('tells of growth once a checkpoint is written, and of none that could not be', async () => {
    let grown = 0;
    let writes = true;
    const journal: Journal = {
      commit: () => Promise.resolve(),
      checkpoint: () => (writes ? Promise.resolve() : Promise.reject(new Error('the disk is full'))),
      close: () => Promise.resolve(),
    };
    const told = toldOf(journal, { grown: () => void (grown += 1) });
    await told.checkpoint({ type: 'ended' });
    assert.equal(grown, 1);
    writes = false;
    await assert.rejects(told.checkpoint({ type: 'ended' }), /the disk is full/);
    assert.equal(grown, 1);
  });
});
