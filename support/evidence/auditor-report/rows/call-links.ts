import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { anchorLink } from '../html/links.js';

/** Ids of calls, as links where the page shows them; what goes beyond `longest` is counted. */
export function callLinks(exchangeIds: readonly string[], longest: number, { calls }: Pick<Report, 'calls'>): Html {
  const ids = [...new Set(exchangeIds)];
  if (ids.length === 0) return markup`none`;
  const links = ids.slice(0, longest).map((id) => (calls.has(id) ? anchorLink(id, id) : markup`<code>${id}</code>`));
  const rest = ids.length - links.length;
  return markup`${links.map((link, index) => markup`${index === 0 ? '' : ', '}${link}`)}${rest > 0 ? ` and ${rest} more` : ''}`;
}
