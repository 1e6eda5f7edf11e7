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

/** Every member of an update is optional: what the accepted one did not name reads as it did before. */
export const restKept: Evaluate = ({ exchanges }) => {
  const [before, update, after] = exchanges;
  const expected = 'everything the update does not name as it was';
  if (before === undefined || update === undefined || after === undefined || !isAccepted(before) || !isAccepted(after))
    return undetermined(expected, inWords(after));
  if (!isAccepted(update)) return undetermined(expected, inWords(update));
  const named = (name: string) => at(requested(update), `/${name}`) !== undefined;
  const names = [...settings, ...contact, ...rest].filter((name) => !named(name));
  const { known, changed } = compared(before, after, names);
  if (known === 0) return undetermined(expected, 'nothing shown to compare');
  return verdictOf(changed.length === 0, expected, changed.length === 0 ? expected : `changed: ${changed.join(', ')}`);
};
