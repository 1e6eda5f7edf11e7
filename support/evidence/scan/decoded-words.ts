/** Longer words rarely come twice. */
const longest = 256;

/** Words kept; the memory they take is bounded. */
const most = 20_000;

/**
 * What a word says read from its first character on, from its second, its third and its fourth; null where that is noise, and
 * for a word that is nothing else.
 */
export type Readings = readonly (string | null)[] | null;

/** Remembers what short words decode to. The result depends on the word alone, so forgetting one changes nothing. */
export class DecodedWords {
  readonly #decode: (word: string) => Readings;
  readonly #known = new Map<string, Readings>();

  constructor(decode: (word: string) => Readings) {
    this.#decode = decode;
  }

  decoded(word: string): Readings {
    if (word.length > longest) return this.#decode(word);
    const before = this.#known.get(word);
    if (before !== undefined) return before;
    const decoded = this.#decode(word);
    if (this.#known.size >= most) this.#known.clear();
    this.#known.set(ownCopy(word), decoded);
    return decoded;
  }
}

/** A word is cut out of a text, and keeping it would keep the whole text. One character per byte. */
function ownCopy(word: string): string {
  return Buffer.from(word, 'latin1').toString('latin1');
}
