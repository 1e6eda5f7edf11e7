/** Deepest nesting of JSON that is walked. Walking is recursive, and a hostile answer must not end the run. */
export const deepestNesting = 100;

/** What a JSON text is made of, found without reading it. */
export interface JsonShape {
  /** How deep objects and arrays are nested; brackets inside strings do not count. */
  readonly depth: number;
  /** Names of members it writes, repeated ones included. */
  readonly names: number;
}

const [quote, backslash, colon] = ['"', '\\', ':'].map((sign) => sign.charCodeAt(0));
const [openObject, openList, closeObject, closeList] = Array.from('{[}]', (sign) => sign.charCodeAt(0));

/** Scans a text that `JSON.parse` takes, once from end to end. What it says of another text means nothing. */
export function jsonShape(text: string): JsonShape {
  let [depth, deepest, names] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === quote) {
      at = closingQuote(text, at);
      if (followedByColon(text, at)) names += 1;
    } else if (sign === openObject || sign === openList) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (sign === closeObject || sign === closeList) depth -= 1;
  }
  return { depth: deepest, names };
}

/** How deep objects and arrays of a JSON text are nested; brackets inside strings do not count. */
export function nestingDepth(text: string): number {
  return jsonShape(text).depth;
}

/** Place of the quote that ends the string begun at `from`; the end of the text where none does. */
function closingQuote(text: string, from: number): number {
  for (let at = from + 1; ; at += 1) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length;
    let before = at - 1;
    while (text.charCodeAt(before) === backslash) before -= 1;
    // An even number of backslashes escape each other.
    if ((at - before) % 2 === 1) return at;
  }
}

function followedByColon(text: string, quoteAt: number): boolean {
  let at = quoteAt + 1;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return text.charCodeAt(at) === colon;
}

/** The white space of JSON (RFC 8259). */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
