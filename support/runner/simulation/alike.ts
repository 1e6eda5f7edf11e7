import type { Exchange } from '../../trace/exchange.js';

/** The words of an answer's body, in order, without what is known to differ from request to request: its path, ids, numbers, times. */
export function wordsOf({ request, response }: Exchange): readonly string[] {
  const body = response?.body;
  if (body === undefined || body.kind === 'none') return [];
  const text = body.kind === 'json' ? JSON.stringify(body.value) : body.text;
  return text
    .replaceAll(request.path, ' PATH ')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, ' ID ')
    .replace(/\b[0-9a-f]*\d[0-9a-f]*\b/gi, ' N ')
    .split(/[\s"'`<>(){}[\],]+/)
    .filter((word) => word !== '');
}

/** True when both say the same, word by word. */
export function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, index) => word === other[index]);
}

/**
 * True when a third text says what the first two have in common, in this order, and beside it no more than they differ in: an
 * id of whatever form and an echoed path differ between those two as well.
 */
export function isVariant(first: readonly string[], second: readonly string[], third: readonly string[]): boolean {
  const shared = sharedWords(first, second);
  const beside = Math.max(first.length, second.length) - shared.length;
  let met = 0;
  for (const word of third) if (word === shared[met]) met += 1;
  return met === shared.length && third.length - shared.length <= beside;
}

/** The words that both have, each as often as both have it, in the order of the first. */
function sharedWords(first: readonly string[], second: readonly string[]): readonly string[] {
  const rest = new Map<string, number>();
  for (const word of second) rest.set(word, (rest.get(word) ?? 0) + 1);
  return first.filter((word) => {
    const left = rest.get(word) ?? 0;
    rest.set(word, left - 1);
    return left > 0;
  });
}
