import type { Decoded } from './layer.js';

/**
 * Replaces every match of `pattern` (global) and remembers where each piece came from. Null when nothing matches, so that
 * a text without an encoding costs one pass.
 */
export function rewrite(
  text: string,
  pattern: RegExp,
  replacement: (match: RegExpExecArray) => string,
): Decoded | null {
  const parts: string[] = [];
  const anchors: (readonly [decoded: number, encoded: number])[] = [[0, 0]];
  let from = 0;
  let length = 0;
  for (const match of text.matchAll(pattern)) {
    const plain = text.slice(from, match.index);
    const instead = replacement(match);
    parts.push(plain, instead);
    length += plain.length;
    anchors.push([length, match.index]);
    length += instead.length;
    from = match.index + match[0].length;
    anchors.push([length, from]);
  }
  if (from === 0) return null;
  parts.push(text.slice(from));
  return { text: parts.join(''), at: (index) => sourceOf(index, anchors) };
}

/** The last anchor at or before the index tells where it came from. */
function sourceOf(index: number, anchors: readonly (readonly [number, number])[]): number {
  let low = 0;
  let high = anchors.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((anchors[middle]?.[0] ?? Infinity) <= index) low = middle;
    else high = middle - 1;
  }
  const [decoded, encoded] = anchors[low] ?? [0, 0];
  return encoded + (index - decoded);
}
