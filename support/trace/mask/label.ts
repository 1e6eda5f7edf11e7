import { sensitiveKinds, type SensitiveKind } from './sensitive-kind.js';

/** Letters only, so that a label never looks like a card number, a code or a PIN. */
const alphabet = 'abcdefghijklmnop';

const grammar = '\\[(?:masked|synthetic):[a-z-]+:[a-p]{8}(?::\\d{4})?\\]';
const whole = new RegExp(`^${grammar}$`);
const separated = new RegExp(`(${grammar})`);

/**
 * Text that stands for a masked value: `[masked:pan:kdlmaebf:1234]`, `[synthetic:email:ponmlkji]`. Equal values of a kind
 * have equal labels within a run. `digest` needs at least four bytes.
 */
export function formatLabel(kind: SensitiveKind, digest: Uint8Array, lastFour: string | null): string {
  const letters = [...digest.subarray(0, 4)].map((byte) => `${alphabet[byte >> 4]}${alphabet[byte & 15]}`).join('');
  return `[${sensitiveKinds[kind].mark}:${kind}:${letters}${lastFour === null ? '' : `:${lastFour}`}]`;
}

/** True when a text is a label and nothing else. */
export function isLabel(text: string): boolean {
  return text.startsWith('[') && whole.test(text);
}

/** Every label in a text, in order, repetitions included. */
export function labelsIn(text: string): readonly string[] {
  return text.includes('[') ? text.split(separated).filter(isLabel) : [];
}

/** The kind a label names; null for a word that is none. */
export function kindOfLabel(label: string): SensitiveKind | null {
  const kind = label.split(':')[1] ?? '';
  return Object.hasOwn(sensitiveKinds, kind) ? (kind as SensitiveKind) : null;
}

/** True when a label stands anywhere in a text. */
export function holdsLabel(text: string): boolean {
  return text.includes('[') && separated.test(text);
}

/** Puts what `change` gives in the place of every label in a text. */
export function replaceLabels(text: string, change: (label: string) => string): string {
  if (!text.includes('[')) return text;
  return text
    .split(separated)
    .map((stretch) => (isLabel(stretch) ? change(stretch) : stretch))
    .join('');
}

/** Applies `change` to the stretches of a text between labels, so that labels are never masked again. */
export function outsideLabels(text: string, change: (stretch: string) => string): string {
  if (!text.includes('[')) return change(text);
  return text
    .split(separated)
    .map((stretch) => (isLabel(stretch) || stretch === '' ? stretch : change(stretch)))
    .join('');
}
