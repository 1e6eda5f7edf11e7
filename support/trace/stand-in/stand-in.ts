import { isCardNumber } from '../../card-data/card-number.js';
import type { ProvedFacts } from '../mask/redaction.js';
import type { SensitiveKind } from '../mask/sensitive-kind.js';

/** What is known about a masked value: its label, and what the ledger says was proved before masking. */
export interface MaskedValue {
  readonly label: string;
  readonly kind: SensitiveKind;
  /** Length class of the ledger, such as `16` or `16-31`. */
  readonly length: string;
  readonly facts: ProvedFacts;
}

/** Forms a contract usually asks of a kind, where they are not made of digits alone; equal labels give equal values. */
const forms: Partial<Readonly<Record<SensitiveKind, (letters: string) => string>>> = {
  birth: () => '1990-01-01',
  email: (letters) => `${letters}@example.com`,
};

const expiryYear = '2030';

/**
 * A value that stands for a masked one when its exchange is judged again: of the same JSON type and length, a card number
 * exactly when the masked value was one. It discloses nothing: it is made from the label and the proved facts alone.
 */
export function standInFor({ label, kind, length, facts }: MaskedValue): string {
  const shortest = Number(length.split('-')[0]);
  const letters = /:([a-p]{8})(?::|\])/.exec(label)?.[1] ?? 'standsin';
  if (facts.cardNumber && facts.digitsOnly) return cardNumberOf(shortest);
  if (facts.digitsOnly) return kind === 'expiry' && shortest === 4 ? expiryYear : '1'.repeat(shortest);
  const ordinary = forms[kind]?.(letters) ?? letters.repeat(Math.ceil(shortest / letters.length)).slice(0, shortest);
  // A text with a card number somewhere in it must still be found by the rule that forbids that.
  return facts.cardNumber ? `${ordinary} ${cardNumberOf(16)}` : ordinary;
}

/** Issuer prefixes that together have numbers of every length from 13 to 19. */
const prefixes = ['4', '36', '34', '50'] as const;

const madeNumbers = new Map<number, string>();

function cardNumberOf(length: number): string {
  const made = madeNumbers.get(length) ?? makeCardNumber(length);
  madeNumbers.set(length, made);
  return made;
}

function makeCardNumber(length: number): string {
  const bodies = prefixes.map((prefix) => prefix.padEnd(length - 1, '0'));
  const numbers = bodies.flatMap((body) => Array.from('0123456789', (digit) => body + digit));
  const found = numbers.find(isCardNumber);
  if (found === undefined) throw new RangeError(`no card number has ${length} digits`);
  return found;
}
