/** Longer texts rarely come twice. */
const longest = 128;

/** Texts kept; the memory they take is bounded. */
const most = 5_000;

/** Remembers short texts of which something is known for good. Forgetting one costs time and changes nothing. */
export class RecentTexts {
  readonly #texts = new Set<string>();

  has(text: string): boolean {
    return this.#texts.has(text);
  }

  add(text: string): void {
    if (text.length > longest) return;
    if (this.#texts.size >= most) this.#texts.clear();
    this.#texts.add(text);
  }
}
