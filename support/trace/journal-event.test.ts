import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shapeProblem } from '../config/evidence-schema.js';
import type { FileMark } from './file-mark.js';
import type { JournalEvent } from './journal-event.js';

const call = { scenario: 'onboarding:one', ordinal: 3, operationId: 'createWallet' } as const;

const streams: readonly FileMark[] = [{ file: 'logs/run.ndjson', bytes: 0, sha256: 'a'.repeat(64) }];
const place = { n: 1, at: '2026-01-01T00:00:00.000Z', previousHash: '0'.repeat(64) };

/** One event of every type, with everything it can say. */
const events: { readonly [Type in JournalEvent['type']]: Extract<JournalEvent, { readonly type: Type }> } = {
  'run-started': {
    ...{ type: 'run-started', runId: 'run-20260101T000000Z-abcdef', scenarios: 96, seed: 4294967295 },
    plan: streams,
  },
  resumed: { type: 'resumed', kept: 0, cuts: [{ file: 'journal/events.ndjson', bytes: 18 }], streams },
  intent: { type: 'intent', ...call, label: 'run-20260101t000000z-abcdef.012345.1' },
  'replay-cut': { type: 'replay-cut', scenario: call.scenario, ordinal: 3, lastExchange: 'x-000012' },
  'lost-answer': { type: 'lost-answer', ...call, decision: 'never-made', reason: 'listWallets does not show it' },
  'clock-jumped': { type: 'clock-jumped', byMs: -3_600_000 },
  'scenario-finished': { type: 'scenario-finished', scenario: call.scenario, attempt: 1, verdict: 'pass', streams },
  'shard-joined': {
    ...{ type: 'shard-joined', shard: 2, runId: 'run-20260101T000000Z-abcdef', manifestSha256: 'b'.repeat(64) },
    streams,
  },
  stopped: { type: 'stopped', streams },
  ended: { type: 'ended', streams },
};

describe('the schema of journal lines', () => {
  for (const event of Object.values(events)) {
    const line = { ...place, ...event };

    it(`knows "${event.type}", whole and with nothing added`, () => {
      assert.equal(shapeProblem('journal', line), null);
      assert.notEqual(shapeProblem('journal', { ...line, more: 1 }), null);
      for (const name of Object.keys(line)) {
        const rest = Object.fromEntries(Object.entries(line).filter(([known]) => known !== name));
        assert.notEqual(shapeProblem('journal', rest), null, `without ${name}`);
      }
    });
  }

  it('knows no other type, number or time', () => {
    assert.notEqual(shapeProblem('journal', { ...place, type: 'paused' }), null);
    assert.notEqual(shapeProblem('journal', { ...place, ...events.ended, n: 0 }), null);
    assert.notEqual(shapeProblem('journal', { ...place, ...events.ended, at: 'today' }), null);
  });

  it('takes a call without a label', () => {
    const line = { ...place, ...events.intent, label: null };
    assert.equal(shapeProblem('journal', line), null);
  });
});
