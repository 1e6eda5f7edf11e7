import { documented } from './define.js';
import { declineNotRetried, declineTakenToSupport, errorAnswered, outcomeAccepted } from './evaluators/organic.js';
import { scheduleKept } from './evaluators/polling.js';

const matrix = 'docs/sandbox-testing-guide';

/** Checks on reviews that are left to themselves. */
export const organicChecks = {
  'organic-result-accepted': documented(
    'A review left to itself ends in one of the known ways, or stays open',
    'docs/sandbox-overview',
    outcomeAccepted,
    ['U-08'],
  ),
  'polling-keeps-schedule': documented('Polling backs off and never hurries, for hours', matrix, scheduleKept),
  'admin-decline-goes-to-support': documented('An admin decline goes to support', matrix, declineTakenToSupport),
  'admin-decline-not-retried': documented('An admin decline is not retried automatically', matrix, declineNotRetried, [
    'C-03',
  ]),
  'submission-error-answered': documented(
    'A submission error leads to a new submission or a ticket',
    matrix,
    errorAnswered,
  ),
};
