import { sourceUrl } from '../../source-link.js';
import { markup, type Html } from './markup.js';

/** A vendor's page by its short name, as a link where it has an address; a rule of ours is said to be ours. */
export function sourceLink(source: string): Html {
  const url = sourceUrl(source);
  return url === null
    ? markup`<span class="source">${source === 'axys-certify' ? 'this harness' : source}</span>`
    : markup`<a class="source" href="${url}" rel="noreferrer">${source}</a>`;
}

/** Several sources after one another. */
export function sourceLinks(sources: readonly string[]): Html {
  return markup`${[...new Set(sources)].map((source, index) => markup`${index === 0 ? '' : ', '}${sourceLink(source)}`)}`;
}

/** A file of the pack, by its path or by other words; opens it when the page lies in the pack. */
export function fileLink(path: string, words = path): Html {
  return markup`<a class="file" href="${path.split('/').map(encodeURIComponent).join('/')}">${words}</a>`;
}

/** A place on this page. */
export function anchorLink(anchor: string, text: string): Html {
  return markup`<a class="${/^[\w-]{2,12}$/.test(text) ? 'id' : ''}" href="#${anchor}">${text}</a>`;
}
