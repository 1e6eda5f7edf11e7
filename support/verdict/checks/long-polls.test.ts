import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { allChecks } from './all-checks.js';
import { exchangeFixture } from './exchange-fixture.js';

function received(id: string, statuses: readonly number[]): string {
  const check = allChecks.get(id) ?? assert.fail(`no check ${id}`);
  const exchanges = statuses.map((status) => exchangeFixture({ operationId: 'getCardholder', body: { status } }));
  return check.evaluate({ exchanges, arguments: {} }).received;
}

test('a long poll is counted instead of written out', () => {
  assert.equal(received('review-resumed-after-decline', Array<number>(37).fill(2)), 'statuses 2 (37 times)');
  assert.equal(received('polling-ends-on-settled-status', [3, 3, 3, 1]), 'statuses 3 (3 times), 1');
  assert.equal(received('polling-ends-on-settled-status', [3, 0, 3, 1]), 'statuses 3, 0, 3, 1');
});

test('the words give back every status that was read, in order', () => {
  const status = fc.constantFrom(0, 1, 2, 3);
  fc.assert(
    fc.property(fc.array(status, { minLength: 1 }), (statuses) => {
      const words = received('review-resumed-after-decline', statuses).replace(/^statuses /, '');
      const told = words.split(', ').flatMap((part) => {
        const [, value = '', count = '1'] = /^(\d)(?: \((\d+) times\))?$/.exec(part) ?? assert.fail(part);
        return Array<number>(Number(count)).fill(Number(value));
      });
      assert.deepEqual(told, statuses);
    }),
  );
});
