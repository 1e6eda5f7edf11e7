import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provenances } from '../judgement/provenance.js';
import { violationLevel } from './violation-level.js';

test('the vendor’s own words reject, our readings ask a person', () => {
  const levels = provenances.map((provenance) => violationLevel({ provenance, questions: [] }));
  assert.deepEqual(levels, ['fail', 'fail', 'fail', 'review', 'review']);
});

test('an open question lowers every violation to a review', () => {
  for (const provenance of provenances) {
    assert.equal(violationLevel({ provenance, questions: ['C-07'] }), 'review');
  }
});
