import { syntheticPerson, type SyntheticPerson } from '../../support/world/synthetic-person.js';

/** The n-th cardholder of a measurement; the same for the same number. */
export function somebody(n: number): SyntheticPerson {
  return syntheticPerson(() => (n % 97) / 97, `bench.${String(n)}`);
}
