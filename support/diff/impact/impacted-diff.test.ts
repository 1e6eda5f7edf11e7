import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Coverage, CoverageRow } from '../../coverage/coverage.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import type { ContractChange } from '../contract/contract-change.js';
import type { ContractDiff } from '../contract/diff-contracts.js';
import { impactedDiff } from './impacted-diff.js';
import { renderImpact } from './render-impact.js';

const row = (id: string, contract: string, scenarios: string): CoverageRow => ({
  id,
  contract,
  scenarios,
  level: 'matched',
});

const coverage: Coverage = {
  ...{ runId: 'run-1', partial: false, counts: [], exclusions: [], beyond: [] },
  scenarios: [
    { id: 'cards:read', requirements: ['TM-12'] },
    { id: 'cards:list', requirements: ['TM-02', 'TM-12'] },
  ],
  targets: [
    row('operation:getCard:', '/paths/~1card/get', '0'),
    row('operation:listCards:', '/paths/~1cards/get', '1'),
    row('operation:closeCard:', '/paths/~1close/put', ''),
    row('member-present:getCard:/response/200/body/alias', '/components/schemas/Card/properties/alias', '0'),
  ],
};

function change(
  fingerprint: string,
  pointer: string,
  operations: readonly string[],
  over: Partial<ContractChange> = {},
): ContractChange {
  const location = { pointer, line: 1, column: 1 };
  return {
    ...{ rule: 'type-changed', class: 'breaking', fingerprint, place: 'there', words: `there ${fingerprint}` },
    ...{ because: null, before: null, after: null, old: location, new: location },
    uses: operations.map((operationId) => ({ operation: `GET /${operationId}`, operationId, direction: 'response' })),
    ...over,
  };
}

const diff: ContractDiff = {
  old: { file: 'old.yaml', version: '1' },
  new: { file: 'new.yaml', version: '2' },
  changes: [
    change('aaaaaaaaaaaa', '/components/schemas/Card/properties/alias', ['getCard']),
    change('bbbbbbbbbbbb', '/paths/~1cards/get/responses/500', ['listCards']),
    change('cccccccccccc', '/paths/~1close/put/responses', ['closeCard']),
    change('dddddddddddd', '/info/title', [], { class: 'cosmetic' }),
  ],
};

test('each change is joined with the scenarios that exercise its place, or only something around it', () => {
  const [precise, around, none, cosmetic] = impactedDiff(diff, coverage).changes.map(({ impact }) => impact);
  assert.deepEqual(precise, { requirements: ['TM-12'], scenarios: ['cards:read'], precise: true });
  assert.deepEqual(around, { requirements: ['TM-02', 'TM-12'], scenarios: ['cards:list'], precise: false });
  assert.deepEqual(none, { requirements: [], scenarios: [], precise: false });
  assert.deepEqual(cosmetic, none);
});

const withoutOwnTarget = {
  'which members an answer must have': '/components/schemas/Card/required',
  'the type of a shared schema': '/components/schemas/CardId/type',
  'what every operation inherits': '/security',
};
for (const [what, pointer] of Object.entries(withoutOwnTarget)) {
  test(`a change of ${what} touches those who called the operation, although no target stands there`, () => {
    const found = impactedDiff({ ...diff, changes: [change('eeeeeeeeeeee', pointer, ['getCard'])] }, coverage);
    assert.deepEqual(found.changes[0]?.impact, { requirements: ['TM-12'], scenarios: ['cards:read'], precise: false });
    assert.deepEqual(found.coverage.unexercised, []);
  });
}

test('rows to run come from what may be felt, and what nothing exercises is listed', () => {
  const found = impactedDiff(diff, coverage);
  assert.deepEqual(found.coverage, {
    runId: 'run-1',
    affected: { requirements: ['TM-02', 'TM-12'], scenarios: ['cards:read', 'cards:list'] },
    unexercised: ['cccccccccccc'],
  });
  assert.equal(shapeProblem('contract-diff', found), null);
});

test('for people it names the rows, and the changes nothing exercises', () => {
  const text = renderImpact(impactedDiff(diff, coverage));
  assert.match(text, /aaaaaaaaaaaa there aaaaaaaaaaaa\n {4}1 scenario of TM-12\n/);
  assert.match(text, /1 scenario of TM-02 TM-12 \(around it, not at the very place\)/);
  assert.match(text, /Exercised by no scenario \(1\)\n {2}cccccccccccc/);
  assert.match(text, /Rows to run first: TM-02 TM-12 \(2 scenarios\)\n$/);
  assert.doesNotMatch(text, /dddddddddddd/);
});
