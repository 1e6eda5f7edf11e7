import type { Exchange } from '../../trace/exchange.js';
import { itemsOf, type Members } from '../../trace/transitions/json-members.js';
import { isAccepted, numberMember } from '../../verdict/checks/answer.js';
import { dataSetOperations, type ApiRecord, type CompleteRead, type DataSet } from './data-set.js';
import type { Sighted } from './money-facts.js';
import { isNumbered, recordIn } from './read-record.js';

/** Query parameters that say which page of a list is wanted, not what is in it. */
const paging: ReadonlySet<string> = new Set(['limit', 'offset', 'orderBy', 'sort']);

/** Query parameters that name whose records are wanted, by the prefix of the scope they give. */
const scopes: Readonly<Record<string, string>> = { cardId: 'card', walletId: 'wallet', cardholderId: 'cardholder' };

/** How far a list has been read in order, by what was asked for. */
interface Progress {
  read: number;
}

/** The records of the API's three data sets, with what was read to its end. */
export class RecordBook {
  readonly #records = new Map<string, ApiRecord>();
  readonly #progress = new Map<string, Progress>();
  readonly #complete = new Map<string, CompleteRead>();

  /** Takes the next exchange of the target. */
  listen(exchange: Exchange, seen: Sighted): void {
    const dataSet = dataSetOperations[exchange.operationId ?? ''];
    if (dataSet === undefined || !isAccepted(exchange)) return;
    const inPage = new Map<string, number>();
    const asked = askedFor(dataSet, exchange);
    for (const item of itemsOf(exchange)) {
      const record = recordIn(dataSet, { ...asked, ...item }, seen);
      const key = `${dataSet} ${record.id}`;
      const times = inPage.get(key) ?? 0;
      inPage.set(key, times + 1);
      // Two records without a number may be two that are alike: a second one is the second of its page.
      if (isNumbered(item)) this.#keep(key, record, times > 0);
      else this.#keep(`${key} ${String(times)}`, record, false);
    }
    this.#follow(dataSet, exchange, seen);
  }

  get records(): readonly ApiRecord[] {
    return [...this.#records.values()];
  }

  get completeReads(): readonly CompleteRead[] {
    return [...this.#complete.values()];
  }

  #keep(key: string, record: ApiRecord, again: boolean): void {
    const known = this.#records.get(key);
    if (known === undefined) {
      this.#records.set(key, record);
      return;
    }
    const seenAs = new Map(known.seenAs);
    if (!seenAs.has(record.status)) seenAs.set(record.status, record.seen);
    this.#records.set(key, {
      ...record,
      holders: record.holders.length > 0 ? record.holders : known.holders,
      status: record.status ?? known.status,
      seen: known.seen,
      seenAs,
      twiceIn: known.twiceIn ?? (again ? record.seen : null),
    });
  }

  /** Pages that follow one another from the start up to `total` are a complete read; its end is what counts. */
  #follow(dataSet: DataSet, exchange: Exchange, seen: Sighted): void {
    const { query } = exchange.request;
    const asked = Object.entries(query).filter(([name]) => !paging.has(name));
    const named = asked.flatMap(([name, id]) => (name in scopes ? [`${scopes[name] ?? ''}:${id}`] : []));
    const other = asked.some(([name]) => !(name in scopes) && name !== 'after' && name !== 'before');
    const [total, offset] = [numberMember(exchange, 'total'), Number(query['offset'] ?? '0')];
    if (other || named.length > 1 || total === undefined) return;
    const [after, before] = [boundOf(query['after']), boundOf(query['before'])];
    const key = [dataSet, ...named, after, before].join(' ');
    const progress = offset === 0 ? { read: 0 } : (this.#progress.get(key) ?? { read: -1 });
    if (progress.read !== offset) return;
    progress.read += itemsOf(exchange).length;
    this.#progress.set(key, progress);
    if (progress.read < total) return;
    this.#complete.set(key, { dataSet, scope: named[0] ?? 'program', after, before, seen });
  }
}

/**
 * What was asked for by a status or a card has it, also where the item does not say so: both are documented as filters, and for
 * fees neither as a member. A wallet movement has a card as its destination only.
 */
function askedFor(dataSet: DataSet, { request: { query } }: Exchange): Members {
  const [status, cardId] = [boundOf(query['transStatus']), boundOf(query['cardId'])];
  return {
    ...(status === null ? {} : { transStatus: status }),
    ...(cardId === null || dataSet === 'wallet-transactions' ? {} : { cardId }),
  };
}

function boundOf(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}
