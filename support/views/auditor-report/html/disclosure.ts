import { counted } from '../words/count-words.js';
import { markup, type Html, type HtmlValue } from './markup.js';

/** Something to open: a line that is always there, and what it opens. */
export function disclosure(summary: HtmlValue, content: HtmlValue, look = ''): Html {
  return markup`<details class="${look}"><summary>${summary}</summary><div class="opened">${content}</div></details>
`;
}

/** The first items of a list, the rest behind a line that counts them; `place` says where they are too. */
export function shortList(items: readonly HtmlValue[], longest: number, noun: string, place = ''): Html {
  const [first, rest] = [items.slice(0, longest), items.slice(longest)];
  const listed = (some: readonly HtmlValue[]): Html => markup`<ul>${some.map((item) => markup`<li>${item}</li>`)}</ul>`;
  const more = rest.length === 0 ? null : disclosure(`${counted(rest.length, `more ${noun}`)}${place}`, listed(rest));
  return markup`${listed(first)}${more}`;
}
