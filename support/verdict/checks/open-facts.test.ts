import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Exchange, Json } from '../../trace/exchange.js';
import type { CheckOutcome } from '../verdict.js';
import { checkOf, type CheckId } from './all-checks.js';
import { fees, money } from './pair-builders.js';

interface Open {
  readonly why: string;
  readonly check: CheckId;
  readonly exchanges: readonly Exchange[];
  readonly arguments: Readonly<Record<string, Json>>;
  readonly outcome: CheckOutcome;
}

/** A deposit of 25.00 that both balances end with as much of. */
const ends = (ledger: number, available = ledger) => [money(0, 0), money(2500, 0), money(ledger, available)];
const deposit = { amount: 2500 };
const offRamp = fees({ cardId: 1, feeType: 'off-ramp', authRefNum: '', amount: '0.25' });

/** What no page settles is held against nobody; what one does is. */
const cases: readonly Open[] = [
  ...(['deposit-to-inactive-card-resolved', 'deposit-to-held-card-resolved', 'credited-once'] as const).flatMap(
    (check) => [
      {
        ...{ why: 'a stablecoin converted with a spread near zero', check, arguments: deposit },
        exchanges: [...ends(2494), money(2494, 2494)],
        outcome: 'met' as const,
      },
      {
        ...{ why: 'less than was sent, and nobody read the fees', check, arguments: deposit },
        exchanges: [...ends(2475), money(2475, 2475)],
        outcome: 'undetermined' as const,
      },
      {
        ...{ why: 'less than was sent by a fee that is listed', check, arguments: deposit },
        exchanges: [...ends(2475), money(2475, 2475), offRamp],
        outcome: 'met' as const,
      },
      {
        ...{ why: 'half of what was sent', check, arguments: deposit },
        exchanges: [...ends(1250), money(1250, 1250)],
        outcome: 'violated' as const,
      },
      {
        ...{ why: 'two balances that never meet', check, arguments: deposit },
        exchanges: [...ends(2500, 2499), money(2500, 2499)],
        outcome: 'violated' as const,
      },
    ],
  ),
  {
    ...{ why: 'a second credit after a conversion with a spread', check: 'credited-once', arguments: deposit },
    exchanges: [...ends(2494), money(4988, 4988)],
    outcome: 'violated',
  },
];

for (const { why, check, exchanges, arguments: values, outcome } of cases) {
  it(`${check} is ${outcome}: ${why}`, () => {
    const finding = checkOf(check).evaluate({ exchanges, arguments: values });
    assert.equal(finding.outcome, outcome, finding.received);
  });
}
