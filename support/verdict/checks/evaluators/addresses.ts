import type { Exchange, Json } from '../../../trace/exchange.js';
import { asText, at, inWords, member } from '../answer.js';
import { undetermined, verdictOf, type Evaluate } from '../evaluate.js';

/**
 * The default address formats. Source: docs/funding-and-deposits. Base58 is also how further chains write theirs, so that
 * there may be more of these than one.
 */
const formats: readonly { readonly name: string; readonly pattern: RegExp; readonly shared: boolean }[] = [
  { name: 'EVM', pattern: /^0x[0-9a-fA-F]{40}$/, shared: false },
  { name: 'Bitcoin', pattern: /^bc1[02-9ac-hj-np-z]{11,87}$/, shared: false },
  { name: 'Solana', pattern: /^[1-9A-HJ-NP-Za-km-z]{32,44}$/, shared: true },
];

function addresses(exchange: Exchange | undefined): readonly string[] | undefined {
  const list = exchange === undefined ? undefined : member(exchange, 'cryptoAddresses', 'object');
  if (!Array.isArray(list)) return undefined;
  return (list as readonly Json[]).map((entry) => asText(at(entry, '/address')));
}

/** Every later read shows the addresses of the issuance. */
export const sameAddresses: Evaluate = ({ exchanges }) => {
  const expected = 'the same address set at issuance and on every read';
  const sets = exchanges.map((exchange) => addresses(exchange)?.toSorted().join(' '));
  if (sets.length < 2 || sets.includes(undefined)) return undetermined(expected, 'an answer without addresses');
  const same = new Set(sets).size === 1;
  return verdictOf(same, expected, same ? 'the same set' : 'different sets');
};

/** The first format that fits: a Bitcoin address may look like Base58 as well. */
function formatOf(address: string): string {
  return formats.find(({ pattern }) => pattern.test(address))?.name ?? 'unknown';
}

/**
 * One EVM address, however many chains share it, one Bitcoin address, one Solana address; more chains come by
 * requisition. Chain labels differ between pages and are not judged (C-06).
 */
export const coversDefaultChains: Evaluate = ({ exchanges }) => {
  const expected = 'one EVM, one Bitcoin and one Solana address of plausible form';
  const list = addresses(exchanges[0]);
  if (list === undefined) return undetermined(expected, inWords(exchanges[0]));
  const distinct = [...new Set(list)].map(formatOf);
  const counts = formats.map((format) => ({
    ...format,
    count: distinct.filter((name) => name === format.name).length,
  }));
  const received = counts.map(({ name, count }) => `${String(count)} ${name}`).join(', ');
  return verdictOf(
    counts.every(({ count, shared }) => count === 1 || (shared && count > 1)),
    expected,
    received,
  );
};
