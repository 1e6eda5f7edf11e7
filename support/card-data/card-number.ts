import { asciiDigits } from './ascii-digits.js';
import { doubtfulGroups, groupedDigits, mayHoldGroups } from './card-number-groups.js';
import { findEncodedText } from './encoded-text.js';
import { RecentTexts } from './recent-texts.js';

/** One issuer's numbers: prefix range, both ends included, and the lengths it uses. */
interface IssuerRange {
  readonly from: string;
  readonly to: string;
  readonly lengths: readonly number[];
}

const from16 = [16, 17, 18, 19] as const;

/** Prefixes by ISO/IEC 7812 as the card schemes publish them. */
const issuerRanges: readonly IssuerRange[] = [
  { from: '4', to: '4', lengths: [13, 16, 19] }, // Visa
  { from: '51', to: '55', lengths: [16] }, // Mastercard
  { from: '2221', to: '2720', lengths: [16] }, // Mastercard
  { from: '34', to: '34', lengths: [15] }, // American Express
  { from: '37', to: '37', lengths: [15] }, // American Express
  { from: '300', to: '305', lengths: [14, 16] }, // Diners Club
  { from: '36', to: '36', lengths: [14, 16] }, // Diners Club
  { from: '38', to: '39', lengths: [14, 16] }, // Diners Club
  { from: '3528', to: '3589', lengths: from16 }, // JCB
  { from: '6011', to: '6011', lengths: from16 }, // Discover
  { from: '644', to: '649', lengths: from16 }, // Discover
  { from: '65', to: '65', lengths: from16 }, // Discover
  { from: '62', to: '62', lengths: from16 }, // UnionPay
  { from: '50', to: '50', lengths: [13, 14, 15, ...from16] }, // Maestro
  { from: '56', to: '58', lengths: [13, 14, 15, ...from16] }, // Maestro
  { from: '63', to: '63', lengths: from16 }, // Maestro
  { from: '67', to: '67', lengths: from16 }, // Maestro
];

// Letters and digits of any script count as adjacent, so that a piece of an identifier is no card number.
const candidates = /(?<![\p{L}\p{N}])\d{13,19}(?![\p{L}\p{N}])/gu;
/** Stands in every candidate, and is far cheaper to look for: hardly any text holds so many digits in a row. */
const digitsInARow = /\d{13}/;

const none: readonly FoundCardNumber[] = [];

/** Texts without a card number: headers, words and addresses that come with every answer. */
const harmless = new RecentTexts();

/** A card number found in a text. */
export interface FoundCardNumber {
  readonly index: number;
  readonly length: number;
}

/**
 * Finds card numbers in a text: 13 to 19 digits not adjacent to a letter or digit, with the prefix and length of an issuer
 * and a correct check digit (ISO/IEC 7812-1, Luhn).
 */
export function findCardNumbers(text: string): readonly FoundCardNumber[] {
  const plain = asciiDigits(text);
  if (!digitsInARow.test(plain)) return none;
  return matching(plain, candidates);
}

/**
 * Finds card numbers that are written in groups. Doubtful ones, in groups or between separators that other numbers have as
 * often, are only asked for where it costs nothing to take too much for one.
 */
export function findGroupedCardNumbers(text: string, doubtful = false): readonly FoundCardNumber[] {
  const plain = asciiDigits(text);
  return mayHoldGroups(plain) ? matching(plain, doubtful ? doubtfulGroups : groupedDigits) : none;
}

function matching(text: string, pattern: RegExp): readonly FoundCardNumber[] {
  return [...text.matchAll(pattern)]
    .filter(([found]) => isCardNumber(found.replace(/\D/g, '')))
    .map(({ index, 0: { length } }) => ({ index, length }));
}

/** True for 13 to 19 digits with the prefix and length of an issuer and a correct check digit. */
export function isCardNumber(digits: string): boolean {
  return hasIssuer(digits) && luhn(digits);
}

/** True when a text holds a card number, plain, in groups, or inside base64; see {@link findCardNumbers}. */
export function hasCardNumber(text: string): boolean {
  // Encoded it is longer still.
  if (text.length < 13) return false;
  if (harmless.has(text)) return false;
  const found = holdsOne(text) || findEncodedText(text).some((inner) => holdsOne(inner.text));
  if (!found) harmless.add(text);
  return found;
}

function holdsOne(text: string): boolean {
  return findCardNumbers(text).length > 0 || findGroupedCardNumbers(text).length > 0;
}

/**
 * The text with everything that might be a card number replaced by a note of its length: any 13 digits or more, even inside
 * an identifier, and card numbers in groups. For what is shown, safe is better than exact.
 */
export function withoutCardNumbers(text: string): string {
  let rest = text;
  for (const { index, length } of findGroupedCardNumbers(text, true).toReversed()) {
    rest = `${rest.slice(0, index)}<${length} characters>${rest.slice(index + length)}`;
  }
  return rest.replace(/\p{Nd}{13,}/gu, (digits) => `<${digits.length} digits>`);
}

function hasIssuer(digits: string): boolean {
  return issuerRanges.some(({ from, to, lengths }) => {
    const prefix = digits.slice(0, from.length);
    return prefix >= from && prefix <= to && lengths.includes(digits.length);
  });
}

/** Luhn: from the right every second digit doubled, digit sums added, a multiple of ten. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighted = place % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}
