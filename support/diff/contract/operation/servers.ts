import { canonicalJson } from '../../../contract/document/canonical-json.js';
import { isObject } from '../../../json/json-pointer.js';
import type { Aspect, Work } from '../aspect.js';
import { memberOf, type Pair } from '../pair.js';
import { sameOrder } from '../same-order.js';

/** Where an API, a path or an operation is served. */
export const servers: Aspect = {
  members: ['servers'],
  compare: (work: Work) => {
    const pair = work.member('servers', work.pair.place);
    if (work.comparison.same(pair)) return;
    const [old, next] = [addressesOf(pair.old), addressesOf(pair.new)];
    const [gone, come] = [old.filter((one) => !next.includes(one)), next.filter((one) => !old.includes(one))];
    const moved = movedWithin(gone, come);
    if (gone.length === 1 && come.length === 1) work.note('server-moved', pair, { before: gone[0], after: come[0] });
    else if (moved !== null) {
      for (const [before, after] of moved)
        work.note('server-moved', pair, { key: hostOf(before) ?? '', before, after });
    } else {
      for (const key of come) work.note('server-added', pair, { key, before: null, after: null });
      for (const key of gone) work.note('server-removed', pair, { key, before: null, after: null });
    }
    if (!sameOrder(old, next)) work.note('order-changed', pair, { key: 'servers', before: null, after: null });
    // Whatever else differs explains an address and does not change it.
    else if (gone.length + come.length === 0) work.note('annotation-changed', pair, { key: 'servers' });
  },
};

/** Addresses of which each is another one of the same host, as with another version in their paths; null for anything else. */
function movedWithin(gone: readonly string[], come: readonly string[]): readonly (readonly [string, string])[] | null {
  const pairs = gone.flatMap((before) => {
    const [after, ...others] = come.filter((one) => hostOf(before) !== null && hostOf(one) === hostOf(before));
    return after === undefined || others.length > 0 ? [] : [[before, after] as const];
  });
  const whole = pairs.length === gone.length && new Set(pairs.map(([, after]) => after)).size === come.length;
  return whole && pairs.length > 0 ? pairs : null;
}

function hostOf(address: string): string | null {
  return /^https?:\/\/([^/\s]+)/.exec(address)?.[1] ?? null;
}

/** Compares the servers that an operation inherits, of its path item or else of the document; its own are an aspect of it. */
export function compareInheritedServers(work: Work, item: Pair): void {
  const own = work.member('servers');
  if (isStated(own)) return;
  servers.compare(work.on(isStated(memberOf(item, 'servers')) ? item : documentOf(work)));
}

function isStated({ old, new: next }: Pair): boolean {
  return old !== undefined || next !== undefined;
}

function documentOf({ comparison }: Work): Pair {
  return { old: comparison.old, new: comparison.new, oldAt: '', newAt: '', place: 'document' };
}

/** Addresses with the variables they contain. */
function addressesOf(list: unknown): readonly string[] {
  if (!Array.isArray(list)) return [];
  return list.map((server: unknown) => {
    if (!isObject(server)) return canonicalJson(server);
    const variables = server['variables'];
    return String(server['url']) + (variables === undefined ? '' : ` ${canonicalJson(variables)}`);
  });
}
