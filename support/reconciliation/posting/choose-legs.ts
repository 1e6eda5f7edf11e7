import type { Leg } from '../movements/movement.js';

/** Which legs a change of balance is put down to, and what they leave over. */
export interface Choice {
  readonly legs: readonly Leg[];
  /** Minor units that no choice explains; 0 when the change is explained. */
  readonly residual: number;
}

/** More legs than this are never open on one balance at a time in practice; the oldest are looked at. */
const widest = 12;

/** A choice that does not fit exactly must still account for all but a tenth of what it moves. */
const nearness = 10;

/**
 * Puts a change of one balance down to legs that may have happened: the choice that leaves least over, then the one with
 * fewest legs, then the oldest. Legs that fit only roughly are not chosen, so that nothing is explained by coincidence.
 */
export function chooseLegs(candidates: readonly Leg[], change: number): Choice {
  const open = candidates.slice(0, widest);
  let best: Choice = { legs: [], residual: change };
  for (let mask = 1; mask < 2 ** open.length; mask += 1) {
    const legs = open.filter((_leg, index) => Math.floor(mask / 2 ** index) % 2 === 1);
    const sum = legs.reduce((total, { delta }) => total + delta, 0);
    const residual = change - sum;
    if (residual !== 0 && Math.abs(residual) * nearness > Math.abs(sum)) continue;
    if (isBetter({ legs, residual }, best)) best = { legs, residual };
  }
  return best;
}

function isBetter(one: Choice, other: Choice): boolean {
  const [left, right] = [Math.abs(one.residual), Math.abs(other.residual)];
  return left < right || (left === right && one.legs.length < other.legs.length);
}
