import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { anchorLink, fileLink } from '../html/links.js';

/** Ids of calls, as links to where the page shows them or else to the file they are in; beyond `longest` they are counted. */
export function callLinks(
  exchangeIds: readonly string[],
  longest: number,
  { calls, callFiles }: Pick<Report, 'calls' | 'callFiles'>,
): Html {
  const ids = [...new Set(exchangeIds)];
  if (ids.length === 0) return markup`none`;
  // Where not all are named, those that the page shows.
  const some = ids.length > longest ? ids.toSorted((a, b) => Number(calls.has(b)) - Number(calls.has(a))) : ids;
  const links = some
    .slice(0, longest)
    .map((id) => (calls.has(id) ? anchorLink(id, id) : fileLink(callFiles.ofCall(id), id)));
  const rest = ids.length - links.length;
  return markup`${links.map((link, index) => markup`${index === 0 ? '' : ', '}${link}`)}${rest > 0 ? ` and ${rest} more` : ''}`;
}
