import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currentRuntime } from '../../config/build-info.js';
import { readBuildInfo } from '../../config/embedded-build.js';
import { scoreOf, type MutationScore } from './mutation-score.js';
import { scoreProblems } from './recount-score.js';
import type { ScoredMutant } from './scored-mutant.js';

const faults = ['money/off-by-one', 'lifecycle/no-effect'];
const killed = (id: string): ScoredMutant => ({
  ...{ id, requirements: ['TM-29'], outcome: 'killed', caughtBy: ['check card-active'], because: null },
});
const answer = { ...killed('answer'), kind: 'dropped' };
const score = scoreOf({
  ...{ madeAt: '2026-11-22T06:00:00.000Z', build: readBuildInfo(), runtime: currentRuntime(), seed: 1, whole: true },
  ...{ behaviour: faults.map(killed), wire: [answer, { ...answer, id: 'b', outcome: 'survived' }], sample: [killed('x')] },
}); // prettier-ignore
const part = (name: 'behaviour' | 'sample') => score[name] ?? { tally: {} as never, mutants: [] };

test('a score that counts the mutants it lists has no problem, and neither has a build without one', () => {
  assert.deepEqual(scoreProblems(score, faults), []);
  assert.deepEqual(scoreProblems({ version: 1, build: readBuildInfo(), none: 'none was made' }, faults), []);
});

const forged: readonly (readonly [string, MutationScore, RegExp])[] = [
  ['without its mutants', { ...score, behaviour: { ...part('behaviour'), mutants: [] } }, /tally of seeded faults/],
  [
    'with a survivor counted as killed',
    { ...score, wire: score.wire && { ...score.wire, tally: { ...score.wire.tally, killed: 2, survived: 0 } } },
    /tally of wire mutants does not count/,
  ],
  [
    'with more wire mutants than its kinds have',
    { ...score, wire: score.wire && { ...score.wire, tally: { ...score.wire.tally, killed: 9, mutants: 10 } } },
    /not the sum of its kinds/,
  ],
  ['with a mutant that was not sent', { ...score, sample: { ...part('sample'), mutants: [] } }, /sent over the wire/],
  ['of a part', { ...score, wire: null }, /score of a part/],
  ['with other rows', { ...score, requirements: [] }, /under the rows/],
];

for (const [what, changed, problem] of forged)
  test(`a score ${what} is named`, () => {
    assert.match(scoreProblems(changed, faults).join('\n'), problem);
  });

test('every seeded fault of the build is in it once, and nothing else', () => {
  assert.match(scoreProblems(score, [...faults, 'new/fault']).join(), /each seeded fault .*such as new\/fault/);
  assert.match(scoreProblems(score, faults.slice(1)).join(), /money\/off-by-one, which is no seeded fault/);
});
