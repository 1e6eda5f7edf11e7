import type { Exchange } from '../trace/exchange.js';
import { at, items } from '../verdict/checks/answer.js';

/**
 * Reads a list page by page, from offset 0 in steps of `limit`, until a page is not full. The total decides nothing: a
 * total that counts the page instead of all matches must not hide the rest. A target that ignores the offset never
 * sends a short page, so reading also ends one page past the total. `enough` ends it at a page that shows what is looked for.
 * Source: docs/pagination-filtering-and-rate-limits.
 */
export async function readPages(
  limit: number,
  list: (page: { readonly limit: number; readonly offset: number }) => Promise<Exchange>,
  enough: (page: Exchange) => boolean = () => false,
): Promise<readonly Exchange[]> {
  const pages: Exchange[] = [];
  for (let offset = 0; ; offset += limit) {
    const page = await list({ limit, offset });
    pages.push(page);
    const isFull = (items(page)?.length ?? 0) >= limit;
    if (!isFull || offset >= totalOf(page) || enough(page)) return pages;
  }
}

function totalOf(page: Exchange): number {
  const body = page.response?.body;
  const total = body?.kind === 'json' ? at(body.value, '/total') : undefined;
  return typeof total === 'number' ? total : 0;
}
