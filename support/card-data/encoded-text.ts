import { nextBase64Run, shortestRun } from './base64-runs.js';
import { mayBeText } from './base64-text.js';

/** A stretch of text in an encoding, with what it says. */
export interface EncodedText {
  readonly index: number;
  readonly length: number;
  /** What it says, decoded. */
  readonly text: string;
}

/** A piece of a text that reads like one encoding. */
interface Stretch {
  readonly index: number;
  readonly stretch: string;
}

interface Encoding {
  /** Stands in every stretch of this encoding; spares looking closer. Null where any text may be one. */
  readonly sign: string | null;
  /** Characters of the shortest stretch; a shorter text holds none. */
  readonly shortest: number;
  readonly stretches: (text: string) => Iterable<Stretch>;
  /** Null when the stretch says nothing. */
  readonly decode: (stretch: string) => string | null;
}

const none: readonly EncodedText[] = [];

const readable = /^[\t\n\r\x20-\x7e\u00a0-\uffff]+$/;

/** The encodings in which a secret passes through texts. Shorter stretches of base64 cannot hold a card number. */
const encodings: readonly Encoding[] = [
  {
    sign: null,
    shortest: shortestRun,
    stretches: base64Stretches,
    decode: (stretch) => {
      if (!mayBeText(stretch)) return null;
      const decoded = Buffer.from(stretch, 'base64').toString('utf8');
      return readable.test(decoded) && !decoded.includes('\ufffd') ? decoded : null;
    },
  },
  {
    sign: '%',
    shortest: 3,
    stretches: matching(/(?:[\w.~+-]|%[0-9A-Fa-f]{2})+/g),
    // Latin-1 keeps every byte: what is no UTF-8 may still hold digits.
    decode: (stretch) =>
      Buffer.from(
        stretch.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8'),
  },
  {
    sign: '&',
    shortest: 4,
    stretches: matching(/(?:[\w .+-]|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|nbsp|quot);)+/g),
    decode: (stretch) =>
      stretch
        .replace(/&#[xX]([0-9a-fA-F]+);/g, (_, hex: string) => character(Number.parseInt(hex, 16)))
        .replace(/&#(\d+);/g, (_, code: string) => character(Number(code)))
        .replaceAll('&nbsp;', ' ')
        .replaceAll('&quot;', '"'),
  },
  {
    sign: '\\u',
    shortest: 6,
    stretches: matching(/(?:[\w .+-]|\\u[0-9a-fA-F]{4})+/g),
    decode: (stretch) =>
      stretch.replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => character(Number.parseInt(hex, 16))),
  },
];

/**
 * Finds base64, URL encoding, character references and Unicode escapes in a text, so that a secret does not pass because
 * somebody wrapped it. Stretches that say nothing readable (ids, hashes) or nothing else than they show are left out.
 * Stretches of different encodings may overlap.
 */
export function findEncodedText(text: string): readonly EncodedText[] {
  let found: EncodedText[] | null = null;
  for (const { sign, shortest, stretches, decode } of encodings) {
    if (text.length < shortest || (sign !== null && !text.includes(sign))) continue;
    for (const { stretch, index } of stretches(text)) {
      if (sign !== null && !stretch.includes(sign)) continue;
      const decoded = decode(stretch);
      if (decoded === null || decoded === stretch) continue;
      (found ??= []).push({ index, length: stretch.length, text: decoded });
    }
  }
  return found ?? none;
}

/** Runs of base64 with up to two signs of padding. */
function* base64Stretches(text: string): Generator<Stretch> {
  for (let run = nextBase64Run(text, 0); run !== null; run = nextBase64Run(text, run.end)) {
    const { index, end } = run;
    const padding = text.startsWith('==', end) ? 2 : text.startsWith('=', end) ? 1 : 0;
    yield { index, stretch: text.slice(index, end + padding) };
  }
}

function matching(form: RegExp): Encoding['stretches'] {
  return (text) => Array.from(text.matchAll(form), ({ 0: stretch, index }) => ({ stretch, index }));
}

function character(code: number): string {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
}
