import type { Exchange } from '../../trace/exchange.js';
import { exchangeFixture } from './exchange-fixture.js';
import { status, said, type Pair } from './pair-builders.js';

const start = Date.parse('2026-01-01T00:00:00.000Z');

/** Reads of an open review that begin at these milliseconds and take 5. */
const readsAt = (...begun: readonly number[]): readonly Exchange[] =>
  begun.map((ms) => ({ ...status(3), startedAt: new Date(start + ms).toISOString(), durationMs: 5 }));

const schedule = {
  ...{ pollInitialMs: 100, pollMaxMs: 200, growth: 1.5, jitter: 0.1 },
  ...{ startedAt: new Date(start).toISOString(), deadlineSeconds: 1 },
};

/** A ticket about cardholder 7. */
const ticket = said(
  { status: 'success' },
  { operationId: 'createSupportTicket', request: { cardholderId: 7, subject: 's', message: 'm', priority: 2 } },
);
const submission = said({ status: 'success' }, { operationId: 'submitKyc', path: '/cardholders/7/kyc-submit' });

/** Evidence for the checks on reviews that are left to themselves. */
export const organicPairs: Readonly<Record<string, Pair>> = {
  'organic-result-accepted': { met: [status(0), status(3), status(7)], violated: [status(3), status(5)] },
  'polling-keeps-schedule': {
    met: readsAt(0, 105, 260, 465, 670, 875, 1000),
    violated: readsAt(0, 105, 160, 465, 670, 875, 1000),
    arguments: schedule,
  },
  'admin-decline-goes-to-support': {
    met: [status(7), ticket],
    violated: [status(7), exchangeFixture({ ...{ operationId: 'getCardholder' }, body: { status: 7 } })],
    arguments: { cardholderId: 7 },
  },
  'admin-decline-not-retried': { met: [status(7), ticket], violated: [status(7), submission] },
  'submission-error-answered': {
    met: [status(6), submission, status(0)],
    violated: [status(6), submission, status(6)],
    arguments: { cardholderId: 7 },
  },
};
