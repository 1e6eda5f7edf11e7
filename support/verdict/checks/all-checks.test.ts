import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allChecks } from './all-checks.js';
import { moneyPairs } from './money-pairs.js';
import { exchangeFixture } from './exchange-fixture.js';
import { organicPairs } from './organic-pairs.js';
import { ownConductPairs } from './own-conduct-pairs.js';
import type { Pair } from './pair-builders.js';
import { platformPairs } from './platform-pairs.js';
import { recordPairs } from './record-pairs.js';
import { replayPairs } from './replay-pairs.js';

const pairs: Readonly<Record<string, Pair>> = {
  ...recordPairs,
  ...organicPairs,
  ...moneyPairs,
  ...platformPairs,
  ...replayPairs,
  ...ownConductPairs,
};

/** Judged by what was sent to or by us, so a missing answer excuses nothing. */
const judgedByRequests: ReadonlySet<string> = new Set([
  'callback-names-card-only',
  'closing-left-to-people',
  'creation-never-repeated',
  'one-window-for-all-sets',
  'read-repeated-where-it-helps',
]);

describe('every check', () => {
  it('has evidence that meets it and evidence that violates it', () => {
    const [paired, known] = [Object.keys(pairs), [...allChecks.keys()]];
    const bare = known.filter((id) => !paired.includes(id));
    assert.deepEqual(bare, [], `${bare.join(', ')}: no pair of evidence in the *-pairs.ts beside the checks`);
    assert.deepEqual(paired.toSorted(), known.toSorted());
  });

  for (const [id, check] of allChecks) {
    const pair = pairs[id];
    if (pair === undefined) continue;
    const values = pair.arguments ?? {};

    it(`${id} can be met`, () => {
      const finding = check.evaluate({ exchanges: pair.met, arguments: values });
      assert.equal(finding.outcome, 'met', finding.received);
    });

    it(`${id} can be violated`, () => {
      const finding = check.evaluate({ exchanges: pair.violated, arguments: pair.violatedArguments ?? values });
      assert.equal(finding.outcome, 'violated', finding.received);
    });

    if (!judgedByRequests.has(id)) {
      it(`${id} blames nobody for a connection that broke`, () => {
        const broken = pair.violated.map(({ operationId, request }) =>
          exchangeFixture({ failure: 'timeout', operationId: operationId ?? 'getCard', path: request.path }),
        );
        const finding = check.evaluate({ exchanges: broken, arguments: values });
        assert.notEqual(finding.outcome, 'violated', finding.received);
      });
    }

    it(`${id} blames nobody for a connection that broke at the end`, () => {
      const broken = pair.met.slice(-1).map(({ operationId, request, identity }) => ({
        ...exchangeFixture({ failure: 'reset', operationId: operationId ?? 'getCard', path: request.path }),
        request,
        identity,
      }));
      const finding = check.evaluate({ exchanges: [...pair.met.slice(0, -1), ...broken], arguments: values });
      assert.notEqual(finding.outcome, 'violated', finding.received);
    });

    it(`${id} is not met by nothing at all`, () => {
      const finding = check.evaluate({ exchanges: [], arguments: pair.violatedArguments ?? values });
      assert.notEqual(finding.outcome, 'met');
    });
  }
});
