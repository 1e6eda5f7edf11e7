import { visibleText } from './visible-text.js';

/** A piece of HTML that is safe to send to a browser: only {@link markup} and {@link trusted} make one. */
export class Html {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** Takes text as HTML. Only for what is written in this source code, never for anything from a run. */
  static trusted(text: string): Html {
    return new Html(text);
  }

  toString(): string {
    return this.#text;
  }
}

/** What a template may hold: text and numbers are escaped, HTML is not, lists are joined, null leaves nothing. */
export type HtmlValue = Html | string | number | null | readonly HtmlValue[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Builds HTML. Every value is escaped for text and for attributes in quotes; unquoted attributes, scripts and styles
 * must not hold values.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const text = parts
    .map((part, index) => `${part}${index < values.length ? asText(values[index] ?? null) : ''}`)
    .join('');
  return Html.trusted(text);
}

/** Text for an element or a quoted attribute; characters that cannot be seen are named. */
export function escaped(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

function asText(value: HtmlValue): string {
  if (value === null) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return value.map(asText).join('');
}
