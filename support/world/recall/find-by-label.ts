import type { RunContext } from '../../runner/run-context.js';
import type { Exchange, Json } from '../../trace/exchange.js';
import { answered, asText, at, inWords, isAccepted, items } from '../../verdict/checks/answer.js';
import type { ByLabel } from './lost-answers.js';
import type { Found } from './found.js';
import type { PlacedCall } from './scenario-call.js';

/** Items of a page (docs/pagination-filtering-and-rate-limits), and pages at most: a longer list decides nothing. */
const pageSize = 200;
const mostPages = 50;

/** Seconds by which the list reaches back behind the run's first answer: bounds are not exact. */
const slack = 5;

/** An item of a list with the read that shows it. */
interface Listed {
  readonly item: Json;
  readonly exchangeId: string;
}

/** Looks for what a lost call made, by its run label, in a list read to its end. */
export async function findByLabel(
  run: RunContext,
  call: PlacedCall,
  recovery: ByLabel,
  known: readonly Exchange[],
): Promise<Found> {
  const { list, label, id, kind, exclusive } = recovery;
  const wanted = asText(at(call.input.body, `/${label}`));
  if (wanted === '') return undecided('the call carries no label');
  const listed = await wholeList(run, call, recovery);
  if (typeof listed === 'string') return undecided(listed);
  const matches = listed.filter(({ item }) => asText(at(item, `/${label}`)).toLowerCase() === wanted.toLowerCase());
  const unlabelled = listed.filter(({ item }) => typeof at(item, `/${label}`) !== 'string');
  const ids = new Set(known.map((exchange) => asText(at(answered(exchange), `/${id}`))));
  const strangers = exclusive ? unlabelled.filter(({ item }) => !ids.has(asText(at(item, `/${id}`)))) : unlabelled;
  const candidates = matches.length > 0 ? matches : exclusive ? strangers : [];
  const [first] = candidates;
  if (candidates.length > 1) return undecided(`${list} shows ${String(candidates.length)} that may be it`);
  if (first === undefined) {
    return strangers.length > 0
      ? undecided(`${list} shows items without ${label}`)
      : { decision: 'never-made', reason: `${list}, read to its end, does not show it` };
  }
  const number = Number(asText(at(first.item, `/${id}`)) || Number.NaN);
  if (!Number.isSafeInteger(number)) return undecided(`${list} shows it without a whole number as ${id}`);
  const { exchangeId } = first;
  return {
    decision: 'adopted',
    adopted: { kind, id: number, exchangeId },
    reason: `${list} (${exchangeId}) shows it`,
  };
}

/**
 * Every item of the list since the run's first answer, or why they are not all known. Reads until a page is not full: a
 * total that counts the page instead of all matches must not hide the rest, because what is not seen is made again. A
 * page that the target keeps shorter than asked is full all the same, and so is every page before the total is reached.
 * Source: docs/pagination-filtering-and-rate-limits.
 */
async function wholeList(run: RunContext, call: PlacedCall, recovery: ByLabel): Promise<readonly Listed[] | string> {
  const { list, narrow } = recovery;
  const narrowed = narrow({ path: call.input.path ?? {}, body: call.input.body ?? null });
  // The list looks back a default time only; 0 asks for everything.
  const after = run.since === null ? 0 : Math.max(0, run.since - slack);
  const listed: Listed[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const query = { ...narrowed, after, sort: 'asc', limit: pageSize, offset: listed.length };
    const exchange = await run.client.call(list, { query }, { scenario: call.scenario, signal: run.signal });
    const found = isAccepted(exchange) ? items(exchange) : undefined;
    if (found === undefined) return `${list} (${exchange.id}) gave no list: ${inWords(exchange)}`;
    listed.push(...found.map((item) => ({ item, exchangeId: exchange.id })));
    const [total, limit] = [numberAt(exchange, '/total'), numberAt(exchange, '/limit') ?? pageSize];
    if (total === undefined) return `${list} (${exchange.id}) does not say how many there are`;
    const isLast = found.length < Math.min(limit, pageSize) || found.length === 0;
    if (isLast && listed.length >= total) return listed;
    if (found.length === 0) return `${list} (${exchange.id}) ends before the ${String(total)} it speaks of`;
  }
  return `${list} has more than the ${String(mostPages)} pages that are read`;
}

function numberAt(exchange: Exchange, pointer: string): number | undefined {
  const value = at(answered(exchange), pointer);
  return typeof value === 'number' ? value : undefined;
}

function undecided(reason: string): Found {
  return { decision: 'undecided', reason };
}
