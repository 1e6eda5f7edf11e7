import type { Random } from './random.js';

/** First six digits of every emulated card: a test range, so a leaked number is known to be synthetic. */
const testPrefix = '400000';

/** Check digit that makes `digits` followed by it pass the Luhn test (ISO/IEC 7812-1). */
export function luhnDigit(digits: string): number {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return (10 - (sum % 10)) % 10;
}

/**
 * What is on a card. Everything survives as a JSON number: the PAN starts with 4, so it stays below 2^53, and CVV and
 * month have no leading zero, because activation takes them as integers (reference/put_cards-cardid-activate).
 */
export interface CardData {
  /** 16 digits, Luhn-valid. */
  readonly pan: string;
  /** 1 to 12. */
  readonly expMonth: number;
  /** Four digits. */
  readonly expYear: number;
  /** Three digits, the first not 0. */
  readonly cvv: string;
}

/** Makes the data of one card that expires three to five years after `now` (milliseconds). */
export function makeCardData(random: Random, now: number): CardData {
  const body = testPrefix + random.digits(8) + String(random.integer(1, 9));
  return {
    pan: body + String(luhnDigit(body)),
    expMonth: random.integer(1, 12),
    expYear: new Date(now).getUTCFullYear() + random.integer(3, 5),
    cvv: String(random.integer(100, 999)),
  };
}
