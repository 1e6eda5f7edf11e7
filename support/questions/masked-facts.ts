import type { Redaction } from '../trace/mask/redaction.js';

/** What was proved about a value before it was masked. */
export interface MaskedFact {
  readonly jsonType: 'string' | 'number';
  /** Exact for up to 19 digits, else a class such as `16-31`. */
  readonly length: string | null;
}

/** Facts of the redaction ledger about values that questions ask for by their type. */
export interface MaskedFacts {
  /** The fact about a member of a request's JSON body; undefined where nothing was masked there. */
  ofRequest(exchangeId: string, member: string): MaskedFact | undefined;
}

/** Members of requests whose type is asked for although their value is masked (E-13, O-02). */
const asked: ReadonlySet<string> = new Set(['newPin', 'currentPin', 'expMonth', 'expYear', 'cvv', 'cardNumber']);

const inRequest = '/request/body/value/';

/** Reads the redaction ledger record by record and keeps only the facts that are asked for. */
export async function maskedFactsIn(ledger: AsyncIterable<Redaction>): Promise<MaskedFacts> {
  const kept = new Map<string, MaskedFact>();
  for await (const { exchangeId, pointer, facts, length } of ledger) {
    const member = pointer.startsWith(inRequest) ? pointer.slice(inRequest.length) : '';
    if (facts !== null && asked.has(member)) kept.set(`${exchangeId} ${member}`, { jsonType: facts.jsonType, length });
  }
  return { ofRequest: (exchangeId, member) => kept.get(`${exchangeId} ${member}`) };
}
