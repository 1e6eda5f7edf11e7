/** Attributes of an element, in the order in which they are written. */
export type Attributes = Readonly<Record<string, string | number>>;

/** One element that is open, and whether anything stands in it yet. */
interface OpenElement {
  readonly name: string;
  holds: 'nothing' | 'text' | 'elements';
}

/** Whatever would be read as markup, and white space that a reader of attributes takes for blanks. */
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * Writes an XML document piece by piece, two blanks a level; an element holds text or elements, and whatever else is asked for is a
 * mistake of ours and throws. What XML cannot hold at all, control
 * characters and halves of characters, becomes U+FFFD.
 */
export class XmlWriter {
  #written = '<?xml version="1.0" encoding="UTF-8"?>';
  readonly #open: OpenElement[] = [];

  /** Begins an element below the one that is open. */
  element(name: string, attributes: Attributes): this {
    const parent = this.#open.at(-1);
    if (parent?.holds === 'text') throw new Error(`${parent.name} holds text and can hold no ${name}`);
    if (parent?.holds === 'nothing') this.#written += '>';
    if (parent !== undefined) parent.holds = 'elements';
    const words = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(String(value))}"`);
    this.#written += `\n${'  '.repeat(this.#open.length)}<${name}${words.join('')}`;
    this.#open.push({ name, holds: 'nothing' });
    return this;
  }

  /** Writes text into the element that is open and holds nothing yet; none at all for an empty text. */
  text(content: string): this {
    const parent = this.#open.at(-1);
    if (parent?.holds !== 'nothing') throw new Error('no empty element is open to hold this text');
    if (content === '') return this;
    this.#written += `>${printable(content).replace(/[&<>\r]/g, reference)}`;
    parent.holds = 'text';
    return this;
  }

  /** Ends the element that is open. */
  end(): this {
    const ended = this.#open.pop();
    if (ended === undefined) throw new Error('no element is open to be ended');
    const { name, holds } = ended;
    const indent = holds === 'elements' ? `\n${'  '.repeat(this.#open.length)}` : '';
    this.#written += holds === 'nothing' ? '/>' : `${indent}</${name}>`;
    return this;
  }

  /** What was written since it was last asked. */
  take(): string {
    const written = this.#written;
    this.#written = '';
    return written;
  }
}

function attribute(value: string): string {
  return printable(value).replace(/[&<>"\t\n\r]/g, reference);
}

function reference(character: string): string {
  return references[character] ?? character;
}

function printable(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
