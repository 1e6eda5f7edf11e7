/** Longer words rarely come twice. */
const longest = 256;

/** Words kept for each alignment; the memory they take is bounded. */
const most = 5_000;

/** What a word says when its first `skipped` characters are left out; null when it is noise. */
type Decode = (word: string, skipped: number) => string | null;

/** Remembers what short words decode to. The result depends on the word alone, so forgetting one changes nothing. */
export class DecodedWords {
  readonly #decode: Decode;
  readonly #known: Map<string, string | null>[] = [];

  constructor(decode: Decode) {
    this.#decode = decode;
  }

  decoded(word: string, skipped: number): string | null {
    if (word.length > longest) return this.#decode(word, skipped);
    const known = (this.#known[skipped] ??= new Map());
    const before = known.get(word);
    if (before !== undefined) return before;
    const decoded = this.#decode(word, skipped);
    if (known.size >= most) known.clear();
    known.set(ownCopy(word), decoded);
    return decoded;
  }
}

/** A word is cut out of a text, and keeping it would keep the whole text. One character per byte. */
function ownCopy(word: string): string {
  return Buffer.from(word, 'latin1').toString('latin1');
}
