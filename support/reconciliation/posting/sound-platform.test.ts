import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import {
  card,
  codesOf,
  crypto,
  issued,
  spend,
  transactions,
  purchase,
  transfer,
  wallet,
  type MoneyCall,
} from '../testing/money-traffic.js';
import type { Json } from '../../trace/exchange.js';
import { toDecimal } from '../../contract/money/decimal-amount.js';

/** What may happen next on a platform that keeps its books. */
type Act = { readonly kind: 'deposit' | 'purchase' | 'declined' | 'transfer'; readonly amount: number };

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('deposit', 'purchase', 'declined', 'transfer'),
  amount: fc.integer({ min: 1, max: 100 }),
});

/** The traffic of a sound platform: card 7 starts empty, wallet 2 is rich, every act is followed by a read. */
function soundTraffic(acts: readonly Act[]): MoneyCall[] {
  let [onCard, inWallet] = [0, 1_000_000];
  const bought: Json[] = [];
  const list = (amount: number, state: number): MoneyCall => {
    bought.push(purchase(toDecimal(amount), state, String(40 + bought.length)));
    return transactions(...bought);
  };
  const calls = acts.flatMap(({ kind, amount }, index): MoneyCall[] => {
    switch (kind) {
      case 'deposit': {
        const before = onCard;
        onCard += amount;
        return [crypto(amount), card(onCard, before), card(onCard, onCard)];
      }
      case 'purchase':
        if (amount > onCard) return [];
        onCard -= amount;
        return [spend(amount), list(amount, 2), card(onCard, onCard)];
      case 'declined':
        return [spend(amount, { outcome: 'decline' }), list(amount, 4), card(onCard, onCard)];
      case 'transfer':
        onCard += amount;
        inWallet -= amount;
        return [transfer(amount, 1, 1000 + index), wallet(inWallet), card(onCard, onCard)];
      default:
        return kind satisfies never;
    }
  });
  return [issued, wallet(1_000_000), ...calls, card(onCard, onCard)];
}

it('finds no difference on a platform that keeps its books', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      assert.deepEqual(codesOf(soundTraffic(acts)), []);
    }),
  );
});

it('finds a difference when the last balance is off by any amount', () => {
  const off = fc.integer({ min: -500, max: 500 }).filter((amount) => amount !== 0);
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), off, (acts, by) => {
      const calls = soundTraffic(acts);
      const { ledgerBalance } = calls.at(-1)?.answer as { readonly ledgerBalance: number };
      assert.notEqual(codesOf([...calls.slice(0, -1), card(ledgerBalance + by, ledgerBalance + by)]).length, 0);
    }),
  );
});
