import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange, Json } from '../../trace/exchange.js';
import type { CheckOutcome } from '../verdict.js';
import { checkOf, type CheckId } from './all-checks.js';
import { exchangeFixture as made } from './exchange-fixture.js';

const at = (exchange: Exchange, seconds: number, headers: Record<string, string> = {}): Exchange => ({
  ...exchange,
  startedAt: new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString(),
  response: exchange.response === null ? null : { ...exchange.response, headers },
});
const busy = made({ status: 429 });
const fine = made({ body: { status: 1 } });
const date = { date: 'Mon, 05 Jan 2026 10:00:00 GMT', 'retry-after': 'Mon, 05 Jan 2026 10:00:12 GMT' };
const received = ['GET /cards/1', 'GET /cards/1'];
const relations = {
  ...{ AXYS_ENV: 'differs', AXYS_BASE_URL: 'differs', AXYS_API_KEY: 'only this run', AXYS_CERT_PATH: 'only this run' },
  ...{ AXYS_KEY_PATH: 'only this run', AXYS_KEY_PASSPHRASE: 'neither', AXYS_NEXT_CERT_PATH: 'neither' },
  ...{ AXYS_NEXT_KEY_PATH: 'neither', AXYS_CA_PATH: 'same', AXYS_PROGRAM: 'same', AXYS_CONTRACT: 'neither' },
  AXYS_CONTRACT_OVERLAY: 'neither',
};
const rest: Json = Object.fromEntries(Object.entries(relations).slice(1));

const cases: readonly (readonly [
  string,
  CheckId,
  readonly Exchange[],
  Readonly<Record<string, Json>>,
  CheckOutcome,
])[] = [
  ['a try without a line in the log', 'answers-classified', [fine], { class: 'accepted', log: [] }, 'violated'],
  [
    'a read sent once that arrived twice',
    'read-repeated-where-it-helps',
    [fine],
    { operation: 'getCard', times: 1, received },
    'violated',
  ],
  ['a wait as long as the server asked', 'waits-before-repeating', [at(busy, 0, date), at(fine, 13)], {}, 'met'],
  ['a wait shorter than that', 'waits-before-repeating', [at(busy, 0, date), at(fine, 11)], {}, 'violated'],
  [
    'a second wait that did not double',
    'waits-before-repeating',
    [at(busy, 0), at(busy, 1.5), at(fine, 2.6)],
    {},
    'violated',
  ],
  [
    'a moment nobody can read',
    'waits-before-repeating',
    [at(busy, 0, { 'retry-after': 'soon' }), at(fine, 9)],
    {},
    'undetermined',
  ],
  ['a read that never met 429', 'read-succeeds-later', [fine], {}, 'undetermined'],
  [
    'an addition without a later call',
    'additions-ignored-and-logged',
    [fine],
    { where: ['/x'], log: [] },
    'undetermined',
  ],
  ['credentials not issued yet', 'only-credentials-differ', [], { environment: 'production', relations }, 'met'],
  [
    'a setting nobody compared',
    'only-credentials-differ',
    [],
    { environment: 'production', relations: rest },
    'violated',
  ],
  ['a production that is none', 'only-credentials-differ', [], { environment: 'staging', relations }, 'violated'],
  ['a plan of nothing', 'no-deprecated-call', [], { deprecated: [], planned: [], sent: [] }, 'undetermined'],
];

for (const [what, id, exchanges, values, outcome] of cases) {
  test(`${id} is ${outcome} by ${what}`, () => {
    const finding = checkOf(id).evaluate({ exchanges, arguments: values });
    assert.equal(finding.outcome, outcome, finding.received);
  });
}

test('what production lacks is named', () => {
  const finding = checkOf('only-credentials-differ').evaluate({
    exchanges: [],
    arguments: { environment: 'production', relations },
  });
  assert.match(finding.received, /not set in production yet: AXYS_API_KEY, AXYS_CERT_PATH, AXYS_KEY_PATH/);
});
