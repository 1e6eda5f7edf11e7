import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shapeProblem } from '../../config/evidence-schema.js';
import { requireSameConditions } from './compare-records.js';
import type { RunRecord } from './run-record.js';

const digest = 'a'.repeat(64);
const record: RunRecord = {
  runId: 'run-20260101T000000Z-abcdef',
  startedAt: '2026-01-01T00:00:00.000Z',
  seed: 7,
  selection: { tags: '@TM-01', scenarioId: null, rows: null, order: 'defined' },
  scenarios: ['a/b:c'],
  ...{ featuresSha256: digest, contractSha256: digest, programSha256: digest, profileSha256: digest },
  ...{ contractGiven: false, overlay: false },
  ...{ environment: 'staging', baseUrl: 'https://127.0.0.1/v2', embedded: false },
  credentials: '0123456789abcdef',
  harnessVersion: '1.2.3',
  codeSha256: digest,
};

test('a run record has the shape it is read by', () => {
  assert.equal(shapeProblem('run-record', record), null);
  assert.notEqual(shapeProblem('run-record', { ...record, apiKey: 'x' }), null);
});

test('a run goes on under the conditions it began under, whenever that is', () => {
  requireSameConditions(record, { ...record, startedAt: '2026-02-02T00:00:00.000Z' });
});

test('a record of a build that did not write its digest down goes on with any of its version', () => {
  const old = JSON.parse(JSON.stringify({ ...record, codeSha256: undefined })) as RunRecord;
  assert.equal(shapeProblem('run-record', old), null);
  requireSameConditions(old, record);
});

/** What changed, and what the refusal says. */
const changes: readonly (readonly [Partial<RunRecord>, RegExp])[] = [
  [{ environment: 'production' }, /AXYS_ENV was staging, is production/],
  [{ baseUrl: 'https://localhost/v2' }, /AXYS_BASE_URL was https:\/\/127\.0\.0\.1\/v2, is https:\/\/localhost\/v2/],
  [{ contractSha256: 'b'.repeat(64) }, /the contract or its overlay changed/],
  [{ profileSha256: 'b'.repeat(64) }, /the program profile changed/],
  [{ featuresSha256: 'b'.repeat(64) }, /the features or catalogues changed/],
  [{ scenarios: ['a/b:d'] }, /the planned scenarios changed/],
  [{ selection: { tags: null, scenarioId: null, rows: null, order: 'defined' } }, /the selection changed/],
  [{ credentials: 'f'.repeat(16) }, /the API key or client certificate changed/],
  [{ harnessVersion: '2.0.0' }, /version of axys-certify was 1\.2\.3, is 2\.0\.0/],
  [{ codeSha256: 'b'.repeat(64) }, /the code of axys-certify was a{64}, is b{64}/],
];

for (const [change, says] of changes) {
  test(`it is refused when another ${Object.keys(change).join()} is given`, () => {
    assert.throws(() => requireSameConditions(record, { ...record, ...change }), {
      code: 'RES-201',
      exit: 78,
      message: says,
    });
  });
}
