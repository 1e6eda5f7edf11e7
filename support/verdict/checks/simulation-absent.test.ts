import assert from 'node:assert/strict';
import { it } from 'node:test';
import { checkOf } from './all-checks.js';
import { exchangeFixture as made } from './exchange-fixture.js';

/** Every status a production may give the simulation; what each means for the run is tested with a server, by a few. */
const statuses: readonly (readonly [outcome: 'met' | 'undetermined' | 'violated', statuses: readonly number[]])[] = [
  ['met', [404]],
  ['undetermined', [401, 403, 500, 502, 503, 504]],
  ['violated', [200, 201, 202, 204, 301, 302, 307, 308, 400, 405, 406, 409, 410, 415, 418, 422, 429]],
];

for (const [outcome, list] of statuses) {
  it(`a simulation that answers ${list.join(', ')} in production is ${outcome}, whatever the body`, () => {
    for (const status of list) {
      for (const body of [null, {}, { status: 'success', result: {} }, { status: 'error', code: 'x', message: 'no' }]) {
        const exchanges = [made({ status, ...(body === null ? {} : { body }) })];
        const finding = checkOf('simulation-absent-in-production').evaluate({ exchanges, arguments: {} });
        assert.equal(finding.outcome, outcome, `${String(status)} ${JSON.stringify(body)}`);
      }
    }
  });
}

it('a simulation that nobody reached is undetermined', () => {
  const exchanges = [made({ failure: 'reset' })];
  const finding = checkOf('simulation-absent-in-production').evaluate({ exchanges, arguments: {} });
  assert.equal(finding.outcome, 'undetermined');
});
