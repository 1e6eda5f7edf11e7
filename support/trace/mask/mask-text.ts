import { asciiDigits } from '../../card-data/ascii-digits.js';
import { findCardNumbers, findGroupedCardNumbers, type FoundCardNumber } from '../../card-data/card-number.js';
import { anyGroups } from '../../card-data/card-number-groups.js';
import { findEncodedText } from '../../card-data/encoded-text.js';
import { outsideLabels } from './label.js';
import { noteLabels, redact, type MaskContext, type MaskPlace } from './mask-context.js';
import { maskJson } from './mask-json.js';
import { digits, memberRules } from './mask-rules.js';
import { RecentTexts } from '../../card-data/recent-texts.js';
import { lengthClass, proveFacts } from './redaction.js';
import type { Secrets } from './secrets.js';

type TextRule = (text: string, context: MaskContext, place: MaskPlace) => string;

/** Rules for free text, in order. Each sees only what the ones before it left. */
const textRules: readonly TextRule[] = [
  encodedText,
  privateKeys,
  knownValues,
  cardNumbers,
  groupedCardNumbers,
  namedValues,
];

/**
 * Masks secrets in free text: private keys, everything the run has learned, card numbers, and values behind a telling
 * name such as `cvv: 123`. Labels are left alone, so masking twice equals masking once.
 */
export function maskText(text: string, context: MaskContext, place: MaskPlace): string {
  if (isKnownHarmless(text, context.secrets)) return text;
  noteLabels(context, place, text);
  const masked = textRules.reduce((rest, rule) => outsideLabels(rest, (part) => rule(part, context, place)), text);
  if (masked === text && isHarmless(text)) harmless.add(text);
  return masked;
}

/** True for a text that was seen before and holds nothing to mask by what the run knows now; false says nothing. */
export function isKnownHarmless(text: string, secrets: Secrets): boolean {
  return text.length < 3 || (harmless.has(text) && secrets.find(text).length === 0);
}

/** Texts that nothing masks but a value the run learns: names of members, words and headers that come with every answer. */
const harmless = new RecentTexts();

/** True for a text without a rule's mark in it, so that no secret known later makes a rule look at it otherwise. */
function isHarmless(text: string): boolean {
  return !text.includes('[') && asciiDigits(text).search(anyGroups) < 0 && findEncodedText(text).length === 0;
}

/** A stretch of base64, URL encoding or the like goes as a whole when what it says would be masked in the open. */
function encodedText(text: string, context: MaskContext, place: MaskPlace): string {
  const found = findEncodedText(text).filter((inner) => holdsSecret(inner.text, context, place));
  let [rest, from] = ['', 0];
  for (const { index, length } of found.toSorted((a, b) => a.index - b.index || b.length - a.length)) {
    // Stretches of two encodings may overlap: what is left of the second one begins where the first ends.
    const start = Math.max(index, from);
    if (start >= index + length) continue;
    const value = text.slice(start, index + length);
    rest += text.slice(from, start) + redact(context, place, 'encoded-secret', 'password', value);
    from = index + length;
  }
  return from === 0 ? text : rest + text.slice(from);
}

/** What is found inside is learned, so that it is masked in the open too; the ledger names the stretch alone. */
function holdsSecret(text: string, context: MaskContext, place: MaskPlace): boolean {
  const quiet = { ...context, note: () => undefined };
  return maskJson(text, quiet, place) !== text;
}

const privateKeyBlock = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;

function privateKeys(text: string, context: MaskContext, place: MaskPlace): string {
  if (!text.includes('PRIVATE KEY')) return text;
  return text.replace(privateKeyBlock, (block) => redact(context, place, 'private-key-block', 'private-key', block));
}

function knownValues(text: string, context: MaskContext, place: MaskPlace): string {
  let rest = '';
  let from = 0;
  for (const { index, length, kind, label } of context.secrets.find(text)) {
    const value = text.slice(index, index + length);
    const facts = proveFacts(value, 'string');
    context.note({ ...unplaced(place), rule: 'known-value', kind, label, length: lengthClass(value), facts });
    rest += text.slice(from, index) + label;
    from = index + length;
  }
  return from === 0 ? text : rest + text.slice(from);
}

function unplaced(place: MaskPlace): { pointer: string; place: null } {
  return { pointer: place.pointer, place: null };
}

function cardNumbers(text: string, context: MaskContext, place: MaskPlace): string {
  return text.length < 13 ? text : withoutFound(text, findCardNumbers(text), context, place);
}

/** Card numbers in groups, and those the run knows in groups of any length. */
function groupedCardNumbers(text: string, context: MaskContext, place: MaskPlace): string {
  if (text.length < 13) return text;
  const masked = withoutFound(text, findGroupedCardNumbers(text, true), context, place);
  return outsideLabels(masked, (part) => withoutFound(part, knownInGroups(part, context.secrets), context, place));
}

function knownInGroups(text: string, secrets: Secrets): readonly FoundCardNumber[] {
  return [...asciiDigits(text).matchAll(anyGroups)]
    .filter(([found]) => secrets.find(onlyDigits(found)).some(({ kind }) => kind === 'pan'))
    .map(({ index, 0: { length } }) => ({ index, length }));
}

function withoutFound(text: string, found: readonly FoundCardNumber[], context: MaskContext, place: MaskPlace): string {
  let rest = text;
  for (const { index, length } of found.toReversed()) {
    const number = onlyDigits(asciiDigits(text.slice(index, index + length)));
    const label = redact(context, place, 'card-number-anywhere', 'pan', number);
    rest = `${rest.slice(0, index)}${label}${rest.slice(index + length)}`;
  }
  return rest;
}

function onlyDigits(text: string): string {
  return text.replace(/\D/g, '');
}

/** White space, and a tag, between a name and its value. Bounded, or a hostile text would be searched for minutes. */
const gap = (least: '0' | '1'): string => `\\s{${least},40}`;
const tag = '<[^<>]{0,200}>';

/** The member rules that also apply in free text, each with its pattern: what precedes the value, and the value. */
const named = memberRules.flatMap((rule) => {
  if (rule.inText === null) return [];
  const names = rule.names.map((name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '[ _-]?')).join('|');
  // The name, an optional quote (escaped in nested JSON), a colon or equals sign, an optional quote, the value.
  // Digits may also follow after nothing but spaces, "is" or a tag, as sentences and pages write them.
  const loose = rule.inText === digits ? `(?:${gap('1')}(?:is${gap('1')})?|${gap('0')}(?:&quot;|${tag}))` : '(?!)';
  const joint = `(?:${gap('0')}(?:&quot;${gap('0')})?[:=]${gap('0')}(?:&quot;|${tag})?|${loose})`;
  const before = `(?<![\\p{L}\\p{N}])(?:${names})\\\\?["']?${joint}\\\\?["']?`;
  return [{ rule, pattern: new RegExp(`(${before})(${rule.inText.source})(?![\\p{L}\\p{N}])`, 'giu') }];
});

function namedValues(text: string, context: MaskContext, place: MaskPlace): string {
  if (!/[:=\d]/.test(text)) return text;
  return named.reduce(
    (rest, { rule, pattern }) =>
      outsideLabels(rest, (part) =>
        part.replace(pattern, (_all, before: string, value: string) => {
          return before + redact(context, place, rule.id, rule.kind, value);
        }),
      ),
    text,
  );
}
