import type { Decoded } from './layer.js';

/** An escape of an encoding. */
export interface Escape {
  /** The character that every escape begins with; texts without it are passed over. */
  readonly mark: string;
  /** Sticky: matches an escape where it stands. */
  readonly pattern: RegExp;
  readonly means: (match: RegExpExecArray) => string;
}

/**
 * Replaces every escape by what it means and remembers where each piece came from. Null when there is none, so that a text
 * without the encoding costs one pass.
 */
export function rewrite(text: string, { mark, pattern, means }: Escape): Decoded | null {
  const parts: string[] = [];
  // Pairs of a place in the decoded and in the encoded text, one after the other: a page holds hundreds of thousands.
  const anchors: number[] = [0, 0];
  let from = 0;
  let length = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at)) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) {
      at += 1;
      continue;
    }
    const instead = means(match);
    if (at > from) parts.push(text.slice(from, at));
    parts.push(instead);
    length += at - from;
    anchors.push(length, at);
    length += instead.length;
    from = at + match[0].length;
    anchors.push(length, from);
    at = from;
  }
  if (from === 0) return null;
  parts.push(text.slice(from));
  return { text: parts.join(''), at: (index) => sourceOf(index, anchors) };
}

/** The last anchor at or before the index tells where it came from. */
function sourceOf(index: number, anchors: readonly number[]): number {
  let low = 0;
  let high = anchors.length / 2 - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((anchors[2 * middle] ?? Infinity) <= index) low = middle;
    else high = middle - 1;
  }
  return (anchors[2 * low + 1] ?? 0) + (index - (anchors[2 * low] ?? 0));
}
