import type { Exchange } from '../../../trace/exchange.js';
import { numberArgument, textArgument, undetermined, verdictOf, type Evaluate } from '../evaluate.js';
import { moneyWords, balancesOf, type Balances } from './balances-of.js';

function moveOf(exchanges: readonly Exchange[], path: string): Balances | undefined {
  const seen = exchanges
    .filter(({ request }) => request.path === path)
    .map(balancesOf)
    .filter((balances) => balances !== undefined);
  const [first, final] = [seen[0], seen.at(-1)];
  if (first === undefined || final === undefined || seen.length < 2) return undefined;
  return { ledger: final.ledger - first.ledger, available: final.available - first.available };
}

/**
 * The card on hold (argument `held`, the path of its reads) was credited with nothing, while a matched transfer sent later
 * reached another card (arguments `control` and `controlAmount`): without that one, the first may just be under way.
 */
export const heldCardUncredited: Evaluate = (evidence) => {
  const amount = numberArgument(evidence, 'controlAmount');
  const expected = 'no balance of the card on hold moved';
  const held = moveOf(evidence.exchanges, textArgument(evidence, 'held'));
  const control = moveOf(evidence.exchanges, textArgument(evidence, 'control'));
  if (held === undefined) return undetermined(expected, 'the card on hold was not read twice');
  const received = `moved by ${moneyWords(held)}`;
  if (held.ledger !== 0 || held.available !== 0) return verdictOf(false, expected, received);
  if ((control?.available ?? 0) < amount) return undetermined(expected, 'the later transfer is not credited yet');
  return verdictOf(true, expected, received);
};
