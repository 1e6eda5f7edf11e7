import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aPlanned } from '../carry/test-kit/carried-run.js';
import { writtenScenario } from '../known-scenarios.js';
import { catalogueDifferences } from './compare-catalogue.js';
import { matrixDifferences } from './own-plan.js';

const [one, two] = [aPlanned(), aPlanned({ id: 'cards/hold:unblock-a-card', name: 'Unblock a card' })];
const known = (scenario: typeof one) => ({
  ...writtenScenario(scenario),
  calls: ['issueVirtualCard'],
  creates: { card: 1 },
});
const matrix = [one, two].map(known);
const sentences = (found: readonly { where: string; problem: string }[]) =>
  found.map(({ where, problem }) => `${where}: ${problem}`);

describe('a plan beside the matrix it was chosen from', () => {
  it('holds when a whole run has all of it, run or carried over, and a partial one any of it', () => {
    assert.deepEqual(catalogueDifferences({ partial: false, scenarios: [two, one] }, [], matrix), []);
    assert.deepEqual(catalogueDifferences({ partial: false, scenarios: [one] }, [two.id], matrix), []);
    assert.deepEqual(catalogueDifferences({ partial: true, scenarios: [one] }, [], matrix), []);
  });

  it('names what a run leaves out that calls itself whole', () => {
    const found = sentences(catalogueDifferences({ partial: false, scenarios: [one] }, [], matrix));
    assert.equal(found.length, 1);
    assert.match(found.join(), /^plan\/scenarios\.json: cards\/hold:unblock-a-card: .* leaves it out/);
  });

  it('names what no matrix has, but for scenarios that prove the harness', () => {
    const more = aPlanned({ id: 'x:y' });
    assert.match(
      sentences(catalogueDifferences({ partial: true, scenarios: [more] }, [], matrix)).join(),
      /x:y: plan\/catalogue\.json has no such scenario/,
    );
    const self = aPlanned({ id: 'x:y', tags: ['@self'] });
    assert.deepEqual(catalogueDifferences({ partial: true, scenarios: [self] }, [], matrix), []);
  });

  it('names a scenario whose steps or rows are others', () => {
    const changed = aPlanned({ requirements: ['TM-30'], steps: [] });
    const found = sentences(catalogueDifferences({ partial: true, scenarios: [changed] }, [], matrix));
    assert.deepEqual(
      found.map((sentence) => sentence.split(': ')[2]),
      ['requirements', 'steps'],
    );
  });
});

describe('a frozen matrix beside that of the build', () => {
  it('is the same in any order', () => {
    assert.deepEqual(matrixDifferences(matrix.toReversed(), matrix), []);
  });

  it('names what was dropped, added and rewritten', () => {
    const frozen = [{ ...known(one), requirements: [], creates: {} }, known(aPlanned({ id: 'x:y' }))];
    const found = sentences(matrixDifferences(frozen, matrix));
    assert.equal(found.length, 4);
    assert.match(
      found.join('\n'),
      /unblock-a-card: it is missing[^]*block-a-card: its requirements is not[^]*block-a-card: its creates is not[^]*x:y: the build/,
    );
  });
});
