import type { Exchange } from '../trace/exchange.js';
import { at, items } from '../verdict/checks/answer.js';
import { listWithoutEnd } from './stop-scenario.js';

/** Pages that are read of one list at most; with 200 items each more than any Program moves during a scenario. */
export const mostPages = 250;

/**
 * Reads a list page by page, from offset 0 in steps of `limit`, until a page is not full. The total decides nothing: a
 * total that counts the page instead of all matches must not hide the rest. A target that ignores the offset never
 * sends a short page, so reading also ends one page past the total, and at a page that is the same as the one before.
 * `enough` ends it at a page that shows what is looked for. A list that goes on without end makes the scenario inconclusive.
 * Source: docs/pagination-filtering-and-rate-limits.
 */
export async function readPages(
  limit: number,
  list: (page: { readonly limit: number; readonly offset: number }) => Promise<Exchange>,
  enough: (page: Exchange) => boolean = () => false,
): Promise<readonly Exchange[]> {
  const pages: Exchange[] = [];
  while (pages.length < mostPages) {
    const offset = pages.length * limit;
    const page = await list({ limit, offset });
    pages.push(page);
    const isFull = (items(page)?.length ?? 0) >= limit;
    if (!isFull || offset >= totalOf(page) || enough(page) || endsInRepeat(pages)) return pages;
  }
  throw listWithoutEnd(`${String(mostPages)} full pages of ${String(limit)} items, and no last one`);
}

/**
 * Reads the first row of a list, and then asks for rows behind as many as there are. Only the first answer where it tells no total.
 * Source: docs/pagination-filtering-and-rate-limits.
 */
export async function behindTheLast(
  list: (page: { readonly limit: number; readonly offset: number }) => Promise<Exchange>,
): Promise<readonly Exchange[]> {
  const first = await list({ limit: 1, offset: 0 });
  const total = totalOf(first);
  return total > 0 ? [first, await list({ limit: 1, offset: total })] : [first];
}

/** True where the last page shows the very items of the one before: the target does not go on, and the rest is not known. */
export function endsInRepeat(pages: readonly Exchange[]): boolean {
  const [before, last] = pages.slice(-2).map((page) => JSON.stringify(items(page) ?? []));
  return last !== undefined && last !== '[]' && before === last;
}

function totalOf(page: Exchange): number {
  const body = page.response?.body;
  const total = body?.kind === 'json' ? at(body.value, '/total') : undefined;
  return typeof total === 'number' ? total : 0;
}
