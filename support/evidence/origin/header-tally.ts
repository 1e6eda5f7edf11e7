import type { Exchange } from '../../trace/exchange.js';
import { headersFor } from '../../trace/mask/header-rules.js';
import type { OriginRequestIds, OriginServer } from './origin.js';

const idHeaders = headersFor('target-id');
const serverHeaders = [...headersFor('server'), ...headersFor('route')];

/** Different values of a server header that are listed; a target that changes it with each answer must not fill the memory. */
const longestList = 50;

/** Collects what the target's own headers say about who answered. */
export class HeaderTally {
  private readonly ids = new Map<string, { first: string; last: string; answers: number; seen: Set<string> }>();
  private readonly servers = new Map<string, { header: string; value: string; answers: number }>();

  /** Takes an answer of the target. */
  add({ response }: Exchange): void {
    const headers = response?.headers ?? {};
    for (const header of idHeaders) {
      const value = headers[header];
      if (value === undefined) continue;
      const known = this.ids.get(header) ?? { first: value, last: value, answers: 0, seen: new Set<string>() };
      known.last = value;
      known.answers += 1;
      known.seen.add(value);
      this.ids.set(header, known);
    }
    for (const header of serverHeaders) {
      const value = headers[header];
      if (value === undefined) continue;
      const key = `${header}: ${value}`;
      const known = this.servers.get(key);
      if (known !== undefined) known.answers += 1;
      else if (this.servers.size < longestList) this.servers.set(key, { header, value, answers: 1 });
    }
  }

  /** Headers by which the target names requests, in the order of the allow-list. */
  get requestIds(): readonly OriginRequestIds[] {
    return idHeaders.flatMap((header) => {
      const known = this.ids.get(header);
      if (known === undefined) return [];
      const { first, last, answers, seen } = known;
      return [{ header, answers, distinct: seen.size, first, last }];
    });
  }

  /** Headers about what answered, in the order they were first seen. */
  get serverValues(): readonly OriginServer[] {
    return [...this.servers.values()];
  }
}
