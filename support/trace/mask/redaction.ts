import { hasCardNumber, luhn } from '../../card-data/card-number.js';
import type { SensitiveKind } from './sensitive-kind.js';

/** What was proved about a value before it was masked; `verify` relies on these and says so. */
export interface ProvedFacts {
  readonly jsonType: 'string' | 'number';
  readonly digitsOnly: boolean;
  /** Check digit, for 13 to 19 digits; null for anything else. */
  readonly luhnValid: boolean | null;
  /** Issuer prefix, length and check digit of a card number. */
  readonly cardNumber: boolean;
}

/**
 * What the judge said of a raw value that cannot be derived from what was written in its place: a rule that it broke although
 * the stand-in keeps it (`violated`), or the other way round (`kept`).
 */
export interface ProvedRule {
  readonly outcome: 'violated' | 'kept';
  /** JSON Pointer of the rule in the contract; empty when there is none. */
  readonly contract: string;
}

/** One line of exchanges/redaction-ledger.ndjson: what was masked, where, by which rule, and what was proved first. */
export interface Redaction {
  readonly exchangeId: string;
  /** JSON Pointer into the exchange. */
  readonly pointer: string;
  readonly rule: string;
  /** `header` for a header that was left out, `rule` for a rule that was proved at a masked place. */
  readonly kind: SensitiveKind | 'header' | 'rule';
  /** What stands in its place; null when nothing does. Equal values of a run have equal labels. */
  readonly label: string | null;
  /** Exact for up to 19 digits, else a class such as `16-31`; null for a header that was left out. */
  readonly length: string | null;
  /** Page that lets card data travel here, null where none does or it is no card data. */
  readonly place: string | null;
  readonly facts: ProvedFacts | null;
  /** For kind `rule`: what the judge said before masking. `rule` is then a rule of the judge, `pointer` a finding's place. */
  readonly proved?: ProvedRule;
}

/** Length of a value in UTF-16 units, exact only where it proves a format: short digit strings. */
export function lengthClass(value: string): string {
  if (/^\d{1,19}$/.test(value)) return String(value.length);
  const floor = 2 ** Math.floor(Math.log2(Math.max(1, value.length)));
  return floor === 1 ? '1' : `${floor}-${floor * 2 - 1}`;
}

/** Proves what can be said about a value without saying it. */
export function proveFacts(value: string, jsonType: ProvedFacts['jsonType']): ProvedFacts {
  return {
    jsonType,
    digitsOnly: /^\d+$/.test(value),
    luhnValid: /^\d{13,19}$/.test(value) ? luhn(value) : null,
    cardNumber: hasCardNumber(value),
  };
}
