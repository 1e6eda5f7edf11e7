import { undetermined, verdictOf, type Evaluate } from '../evaluate.js';
import { sequenceInWords } from './balances.js';
import { balancesOf, type Balances } from './balances-of.js';
import { shownBalance } from './shown-balance.js';

/**
 * The available balance rises over the reads only once the ledger balance has, by no more than that: a notice makes nothing available,
 * and whether it raises the ledger balance is left open (contradiction C-12); the transfer it announces may arrive and clear meanwhile.
 * Source: docs/funding-and-deposits.
 */
export const availableUnraised: Evaluate = ({ exchanges }) => {
  const seen = exchanges.map(shownBalance).filter((balances) => balances !== undefined);
  const [first] = seen;
  const expected = 'an available balance that rises only after the ledger balance has';
  if (first === undefined || seen.length < 2) return undetermined(expected, `${String(seen.length)} balance read(s)`);
  const isEarly = ({ available }: Balances, index: number): boolean => {
    const booked = Math.max(...seen.slice(0, index).map(({ ledger }) => ledger), first.ledger) - first.ledger;
    return available - first.available > booked;
  };
  const early = seen.some(isEarly);
  // What a wallet without balances lists says nothing about the one or the other.
  if (early && exchanges.every((exchange) => balancesOf(exchange) === undefined))
    return undetermined(expected, `${sequenceInWords(seen)}, by what it lists`);
  return verdictOf(!early, expected, sequenceInWords(seen));
};
