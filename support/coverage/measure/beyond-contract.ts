import type { Exchange } from '../../trace/exchange.js';

/** Something the traffic shows and the contract does not describe. Never part of any count of targets. */
export interface Beyond {
  readonly operationId: string;
  /** Rule of the judge that noticed it. */
  readonly rule: string;
  /** Pointer into the exchange, items of lists as `*`. */
  readonly where: string;
  readonly received: string;
  readonly count: number;
  readonly firstExchangeId: string;
}

/** Rules whose findings say that something undocumented came. */
const additions: ReadonlySet<string> = new Set([
  'status-documented',
  'response-media-type',
  'response-enum-value',
  'response-undocumented-member',
]);

/** Most kinds of additions that are listed one by one. */
const longest = 200;

/** Collects what was seen beyond the contract. */
export class BeyondContract {
  readonly #found = new Map<string, { -readonly [name in keyof Beyond]: Beyond[name] }>();

  see({ id, operationId, judgement }: Exchange): void {
    for (const { rule, where, received } of judgement?.findings ?? []) {
      if (!additions.has(rule)) continue;
      const place = where.replace(/\/\d+(?=\/|$)/g, '/*');
      const key = [operationId, rule, place, received].join(' ');
      const known = this.#found.get(key);
      if (known !== undefined) known.count += 1;
      else if (this.#found.size < longest) {
        const fresh = {
          operationId: operationId ?? 'probe',
          rule,
          where: place,
          received,
          count: 1,
          firstExchangeId: id,
        };
        this.#found.set(key, fresh);
      }
    }
  }

  /** In the order first seen. */
  list(): readonly Beyond[] {
    return [...this.#found.values()];
  }
}
