import type { Report } from '../gather/report.js';
import { anchorLink } from '../html/links.js';
import { markup, type Html } from '../html/markup.js';

/** Rows named beside a change before the rest is only counted. */
const longest = 6;

/** Rows of the matrix, as links where the page shows them. */
export function rowLinks(ids: readonly string[], { rows }: Pick<Report, 'rows'>): Html {
  const known = new Set(rows.map(({ anchor }) => anchor));
  const links = ids.slice(0, longest).map((id) => (known.has(id) ? anchorLink(id, id) : markup`${id}`));
  const rest = ids.length - links.length;
  return markup`${links.map((link, index) => markup`${index === 0 ? '' : ', '}${link}`)}${rest > 0 ? ` and ${rest} more` : ''}`;
}
