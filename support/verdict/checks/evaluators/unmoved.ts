import { inWords } from '../answer.js';
import { undetermined, verdictOf, type Evaluate } from '../evaluate.js';
import { moneyWords } from './balances-of.js';
import { shownBalance } from './shown-balance.js';

/** Both balances of the first and the last read are equal. */
export const balancesUnmoved: Evaluate = ({ exchanges }) => {
  const seen = exchanges.map(shownBalance).filter((balances) => balances !== undefined);
  const [first, final] = [seen[0], seen.at(-1)];
  if (first === undefined || final === undefined || seen.length < 2) {
    return undetermined('unmoved balances', `${String(seen.length)} balance read(s) of ${inWords(exchanges.at(-1))}`);
  }
  return verdictOf(
    first.ledger === final.ledger && first.available === final.available,
    moneyWords(first),
    moneyWords(final),
  );
};
