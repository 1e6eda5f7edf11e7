import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exchangeOf } from '../trace/test-kit/exchange-of.js';
import { StrayExchanges } from './stray-exchanges.js';

const request = (trace: string) => ({ ...exchangeOf({}).request, headers: { traceparent: `00-${trace}-1-01` } });
const broken = {
  ...{ scenario: null, response: null, failure: { class: 'reset', detail: 'gone' } as const },
  judgement: { outcome: 'not-judged', reason: 'no answer', findings: [] } as const,
};

describe('stray exchanges', () => {
  it('let a later try of the same call answer for a broken one, and hold back no other', () => {
    const strays = new StrayExchanges();
    strays.listen(exchangeOf({ ...broken, id: 'x-1', request: request('a') }));
    assert.deepEqual(
      strays.notJudged.map(({ exchangeId }) => exchangeId),
      ['x-1'],
    );
    strays.listen(exchangeOf({ scenario: null, id: 'x-2', attempt: 2, request: request('a') }));
    assert.deepEqual(strays.notJudged, []);
    strays.listen(exchangeOf({ ...broken, id: 'x-3', request: request('b') }));
    assert.equal(strays.notJudged.length, 1);
  });

  it('leave to scenarios what is theirs, and to nobody what was replayed', () => {
    const strays = new StrayExchanges();
    strays.listen(exchangeOf({ ...broken, scenario: 's' }));
    strays.listen(exchangeOf({ ...broken, replayed: true }));
    assert.deepEqual(strays.notJudged, []);
  });
});
