import assert from 'node:assert/strict';
import { it } from 'node:test';
import { exchangeOf } from './test-kit/exchange-of.js';
import { withoutContent } from './without-content.js';

it('keeps who called what, when, and how it was answered and judged, and drops what was said', () => {
  const full = exchangeOf({});
  const judged = { ...full, judgement: { outcome: 'conforming', findings: [] } as const };
  const light = withoutContent(judged);
  assert.deepEqual(
    { ...light, request: null, response: null },
    { ...judged, request: null, response: null, connection: null },
  );
  assert.deepEqual([light.request.body.kind, light.response?.body.kind], ['none', 'none']);
  assert.equal(light.request.path, full.request.path);
  assert.equal(light.response?.status, full.response?.status);
});

it('keeps the headers that tell tries of one call and the time on the target', () => {
  const full = exchangeOf({});
  const headers = { traceparent: '00-a-b-01', date: 'Sat, 21 Nov 2026 08:00:00 GMT', accept: 'application/json' };
  const { request, response } = withoutContent({
    ...full,
    request: { ...full.request, headers },
    response: { status: 200, headers, body: { kind: 'none' } },
  });
  assert.deepEqual(
    [request.headers, response?.headers].map((kept) => Object.keys(kept ?? {})),
    [
      ['traceparent', 'date'],
      ['traceparent', 'date'],
    ],
  );
});

it('keeps an exchange without an answer as it is', () => {
  const lost = { ...exchangeOf({}), response: null, failure: { class: 'timeout', detail: 'late' } as const };
  assert.deepEqual([withoutContent(lost).response, withoutContent(lost).failure], [null, lost.failure]);
});
