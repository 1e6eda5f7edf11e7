import type { TargetClass } from '../../target/target.js';
import type { Leftovers } from '../leftovers/leftovers.js';
import type { IssuedIds } from './issued-ids.js';
import { doesNotProve, originShows } from './origin-in-words.js';
import type { Origin } from './origin.js';

/** `exchanges/origin.json`: the origin of a run beside what the run says about itself, and both in words. */
export interface OriginReport extends Origin {
  /** What the run calls its target. */
  readonly claimed: TargetClass;
  /** Ids issued by the target, by which its people find the objects. */
  readonly issuedIds: readonly IssuedIds[];
  /** What all this shows, as a paragraph. */
  readonly shows: string;
  /** What it does not prove, as a paragraph. */
  readonly doesNotProve: string;
}

/** Puts the origin of a run into the form in which people and machines read it. */
export function originReport(origin: Origin, claimed: TargetClass, { kinds }: Pick<Leftovers, 'kinds'>): OriginReport {
  const issuedIds = kinds.flatMap(({ kind, objects }) => {
    const ids = objects.flatMap(({ id }) => (typeof id === 'number' ? [id] : []));
    const [first, last] = [ids[0], ids.at(-1)];
    return first === undefined || last === undefined ? [] : [{ kind, count: ids.length, first, last }];
  });
  return { claimed, ...origin, issuedIds, shows: originShows(origin, issuedIds), doesNotProve: doesNotProve(origin) };
}
