import type { Exchange } from '../../trace/exchange.js';
import { itemsOf, type Members } from '../../trace/transitions/json-members.js';
import { isAccepted, numberMember } from '../../verdict/checks/answer.js';
import { dataSetOperations, type ApiRecord, type CompleteRead, type DataSet } from './data-set.js';
import type { Sighted } from './money-facts.js';
import { recordIn } from './read-record.js';

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
    const inPage = new Set<string>();
    const asked = statusAskedFor(exchange);
    for (const item of itemsOf(exchange)) {
      const record = recordIn(dataSet, { ...asked, ...item }, seen);
      const key = `${dataSet} ${record.id}`;
      this.#keep(key, record, inPage.has(key));
      inPage.add(key);
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

/** transStatus is documented as a filter and not as a member: what was asked for by it has it. */
function statusAskedFor({ request: { query } }: Exchange): Members {
  const status = boundOf(query['transStatus']);
  return status === null ? {} : { transStatus: status };
}

function boundOf(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}
