/** Shorter texts take no more than what points to them. */
const short = 8;

/**
 * Makes equal texts one: parsed JSON has a text of its own for every title, source and step, and the results of a long run
 * say the same few hundred thousands of times.
 */
export class SharedTexts {
  readonly #known = new Map<string, string>();

  /** The value, with every text in it replaced in place by the first that was equal to it. */
  share(value: unknown): unknown {
    if (typeof value === 'string') return this.#text(value);
    if (typeof value !== 'object' || value === null) return value;
    const members = value as Record<string, unknown>;
    for (const name of Object.keys(members)) {
      const shared = this.share(members[name]);
      if (typeof shared === 'string') members[name] = shared;
    }
    return value;
  }

  #text(text: string): string {
    if (text.length <= short) return text;
    const first = this.#known.get(text);
    if (first === undefined) this.#known.set(text, text);
    return first ?? text;
  }
}
