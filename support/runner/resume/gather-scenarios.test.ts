import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JournalEvent, JournalLine } from '../../trace/journal-event.js';
import { exchangeOf } from '../../trace/test-kit/exchange-of.js';
import { answerTo } from './recorded-scenario.js';
import { gatherScenarios } from './gather-scenarios.js';

const at = '2026-01-01T00:00:00.000Z';
const journal = (...events: readonly JournalEvent[]): readonly JournalLine[] =>
  events.map((event, index) => ({ n: index + 1, at, previousHash: '', ...event }));
const intent = (ordinal: number, operationId = 'submitKyc'): JournalEvent => ({
  ...{ type: 'intent', scenario: 's', ordinal, operationId, label: null },
});
const exchange = (id: number, ordinal: number) => exchangeOf({ id: `x-${String(id).padStart(6, '0')}`, ordinal });

/** Ordinals with the ids of what answers them; null where the answer is not known. */
function answersOf(...[exchanges, lines]: Parameters<typeof gatherScenarios>) {
  const calls = gatherScenarios(exchanges, lines).get('s')?.calls ?? new Map<number, never>();
  return Object.fromEntries([...calls].map(([ordinal, call]) => [ordinal, answerTo(call)?.id ?? null]));
}

describe('the calls of an unfinished scenario', () => {
  it('are those that were answered and those that were only meant', () => {
    const answers = answersOf([exchange(1, 1), exchange(2, 2)], journal(intent(2), intent(3)));
    assert.deepEqual(answers, { 1: 'x-000001', 2: 'x-000002', 3: null });
  });

  it('are answered by their last try', () => {
    assert.deepEqual(answersOf([exchange(1, 1), exchange(2, 1)], []), { 1: 'x-000002' });
  });

  it('are those of the scenario alone', () => {
    const other = { ...exchange(1, 1), scenario: 'other' };
    assert.deepEqual([...gatherScenarios([other, exchange(2, 1)], []).keys()].sort(), ['other', 's']);
    assert.deepEqual(answersOf([other, exchange(2, 1)], []), { 1: 'x-000002' });
  });

  it('end where an earlier part of the run chose to make them anew, and go on with what it made then', () => {
    const cut: JournalEvent = { type: 'replay-cut', scenario: 's', ordinal: 2, lastExchange: 'x-000003' };
    const exchanges = [exchange(1, 1), exchange(2, 2), exchange(3, 3), exchange(4, 2)];
    assert.deepEqual(answersOf(exchanges, journal(intent(2), intent(3), cut, intent(2))), {
      1: 'x-000001',
      2: 'x-000004',
    });
  });

  it('have no answer where our own stop cut them off, or more tries were due', () => {
    const cancelled = { ...exchange(1, 1), response: null, failure: { class: 'cancelled', detail: '' } as const };
    const failing = { ...exchange(2, 2), response: { status: 503, headers: {}, body: { kind: 'none' } as const } };
    assert.deepEqual(answersOf([cancelled, failing, { ...failing, ordinal: 3, attempt: 5 }], []), {
      1: null,
      2: null,
      3: 'x-000002',
    });
  });
});
