import type { Exchange } from '../../../trace/exchange.js';
import type { Redaction } from '../../../trace/mask/redaction.js';
import type { Message } from './message.js';
import { stateMembers } from './known-words.js';
import type { Reading } from './message-objects.js';

/** Rules of the judge that say what the contract does not know, on either side. */
const undocumented = {
  members: ['response-undocumented-member', 'request-undocumented-member'],
  values: ['response-enum-value', 'response-body-schema'],
} as const;

/** Exchange to the pointers of masked values in it that were numbers. */
export type MaskedNumbers = ReadonlyMap<string, ReadonlySet<string>>;

/** Gathers from the redaction ledger which masked values of bodies were numbers: their markers are texts. */
export async function maskedNumbersIn(ledger: AsyncIterable<Redaction>): Promise<MaskedNumbers> {
  const found = new Map<string, Set<string>>();
  for await (const { exchangeId, pointer, facts } of ledger) {
    if (facts?.jsonType !== 'number' || !bodyPlace.test(pointer)) continue;
    const places = found.get(exchangeId) ?? new Set<string>();
    found.set(exchangeId, places.add(pointer));
  }
  return found;
}

const bodyPlace = /^\/(request|response)\/body\/value/;

/** What must be known to read the message of an exchange. */
export function readingOf(
  exchange: Exchange,
  { side }: Message,
  { words, maskedNumbers }: { readonly words: ReadonlySet<string>; readonly maskedNumbers: MaskedNumbers },
): Reading {
  const places = (rules: readonly string[]) => {
    const findings = exchange.judgement?.findings.filter(({ rule }) => rules.includes(rule)) ?? [];
    return new Set(findings.flatMap(({ where }) => belowBody(where, `/${side}/body`)));
  };
  const numbers = [...(maskedNumbers.get(exchange.id) ?? [])];
  return {
    ...{ words, stateMembers },
    undocumentedMembers: places(undocumented.members),
    undocumentedValues: places(undocumented.values),
    maskedNumbers: new Set(numbers.flatMap((pointer) => belowBody(pointer, `/${side}/body/value`))),
  };
}

function belowBody(pointer: string, root: string): readonly string[] {
  return pointer.startsWith(root) ? [pointer.slice(root.length)] : [];
}
