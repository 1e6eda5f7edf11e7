import { fromDecimal, toDecimal } from '../../contract/money/decimal-amount.js';
import type { MinorUnits } from '../../contract/money/minor-units.js';
import { type JsonObject, required, textMember } from '../http/call.js';
import { Refusal } from '../http/refusal.js';

/** Largest simulated amount, minor units: far above any test, and ninety thousand of them still fit a balance. */
const largest = 100_000_000_000;

/** A decimal money member of a `/staging/*` request, above zero, in minor units. Source: docs/simulation-endpoints. */
export function requestedAmount(body: JsonObject, name: string): MinorUnits {
  const text = required(textMember(body, name), name);
  const wrong = new Refusal('validation_failed', {
    problems: `body member ${name} must be a decimal string above zero and at most ${toDecimal(largest)} with at most two decimals`,
  });
  let amount: MinorUnits;
  try {
    amount = fromDecimal(text);
  } catch (problem) {
    if (problem instanceof RangeError) throw wrong;
    throw problem;
  }
  if (amount <= 0 || amount > largest) throw wrong;
  return amount;
}
