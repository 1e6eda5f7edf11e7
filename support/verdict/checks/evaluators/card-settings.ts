import type { Exchange, Json } from '../../../trace/exchange.js';
import { at, inWords, isAccepted, member, requested } from '../answer.js';
import { undetermined, verdictOf, type Evaluate } from '../evaluate.js';

/** What a call on something else leaves as it is, and a card may show. */
const settings = ['alias', 'transactionLimit'] as const;
const contact = ['callingCode', 'countryCallingCode', 'phoneNum', 'cellNum', 'emailAdr'] as const;
const rest = ['nameOnCard', 'cardType', 'type', 'maskedCardNumber', 'issuerCardStatus'] as const;

function shown(exchange: Exchange, name: string): Json | undefined {
  return member(exchange, name, 'string') ?? member(exchange, name, 'number');
}

/** The members the first read shows and the second shows otherwise or no more; how many the first one shows. */
function compared(before: Exchange, after: Exchange, names: readonly string[]) {
  const known = names.filter((name) => shown(before, name) !== undefined);
  return { known: known.length, changed: known.filter((name) => shown(before, name) !== shown(after, name)) };
}

/** The last read of a card shows the alias and the limit that the first one shows. */
export const settingsKept: Evaluate = ({ exchanges }) => {
  const [before, after] = [exchanges[0], exchanges.at(-1)];
  const expected = 'the alias and the limit the card had before';
  if (before === undefined || after === undefined || exchanges.length < 2 || !isAccepted(before) || !isAccepted(after))
    return undetermined(expected, inWords(after));
  const { known, changed } = compared(before, after, settings);
  if (known === 0) return undetermined(expected, 'neither alias nor limit shown');
  return verdictOf(changed.length === 0, expected, changed.length === 0 ? expected : `changed: ${changed.join(', ')}`);
};

/**
 * Every member of an update is optional: after accepted updates, between a read before and one behind them, what none of them named
 * reads as it did before, and what only an earlier one named reads as that one sent it.
 */
export const restKept: Evaluate = ({ exchanges }) => {
  const [before, after] = [exchanges[0], exchanges.at(-1)];
  const updates = exchanges.slice(1, -1);
  const latest = updates.at(-1);
  const expected = 'everything the update does not name as it was';
  if (before === undefined || after === undefined || latest === undefined || ![before, after].every(isAccepted))
    return undetermined(expected, inWords(after));
  const refused = updates.find((update) => !isAccepted(update));
  if (refused !== undefined) return undetermined(expected, inWords(refused));
  const sent = (name: string) =>
    updates.map((each) => at(requested(each), `/${name}`)).findLast((value) => value !== undefined);
  const names = [...settings, ...contact, ...rest];
  const { known, changed } = compared(
    before,
    after,
    names.filter((name) => sent(name) === undefined),
  );
  const earlier = names.filter((name) => sent(name) !== undefined && at(requested(latest), `/${name}`) === undefined);
  const lost = earlier.filter((name) => shown(before, name) !== undefined && shown(after, name) !== sent(name));
  if (known + earlier.length === 0) return undetermined(expected, 'nothing shown to compare');
  const wrong = [...changed, ...lost];
  return verdictOf(wrong.length === 0, expected, wrong.length === 0 ? expected : `changed: ${wrong.join(', ')}`);
};
