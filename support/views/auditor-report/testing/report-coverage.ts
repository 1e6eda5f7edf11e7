import type { Coverage } from '../../../coverage/coverage.js';

/** A coverage with something open, something excluded and something beyond the contract, whose words are `text`. */
export function someCoverage(text: string): Coverage {
  const counts = { targets: 3, attempted: 2, matched: 1, asserted: 1, excluded: 1, open: 1 };
  return {
    ...{ runId: 'run-1', partial: false },
    counts: [
      { kind: 'operation', ...counts },
      { kind: 'transition-refused', ...counts },
    ],
    exclusions: [
      { targets: text, reason: text, owner: text, expires: '2027-05-31', state: 'used', named: 1, uncovered: 1 },
      {
        targets: 'status:*:*',
        reason: text,
        owner: text,
        expires: '2026-01-01',
        state: 'expired',
        named: 1,
        uncovered: 1,
      },
    ],
    beyond: [
      { operationId: 'getCard', rule: text, where: text, received: text, count: 1, firstExchangeId: 'x-000001' },
    ],
    scenarios: [],
    targets: [
      { id: `operation:${text}:`, contract: '', level: 'none', scenarios: '' },
      { id: 'operation:getCard:', contract: '', level: 'asserted', scenarios: '0' },
      {
        id: 'transition-refused:card:closed+activateCard',
        contract: '',
        level: 'attempted',
        excluded: text,
        scenarios: '',
      },
    ],
  };
}
