import type { JsonObject } from '../../../json/json-pointer.js';
import type { Work } from '../aspect.js';
import { compareMembers } from '../compare-members.js';
import { standsAlone } from '../plain/written-schema.js';
import { schemaAspects } from './schema-aspects.js';

/** A side of a comparison. */
export type Side = 'old' | 'new';

/** The other one of two sides. */
export function otherSide(side: Side): Side {
  return side === 'old' ? 'new' : 'old';
}

/**
 * Compares what stands beside a reference on one side with the same words of the other side, where they stand among everything
 * else. Only what means the same wherever it stands, and what `target` does not say itself, is picked out so; of anything else
 * beside a reference nothing is known. Gives what is left of the other side, to be compared with what is referred to.
 */
export function compareBeside(
  work: Work,
  side: Side,
  beside: JsonObject,
  target: { readonly has: (name: string) => boolean },
): JsonObject {
  const other = work[otherSide(side)];
  const picked = Object.keys(beside).filter((name) => standsAlone(name) && !target.has(name));
  const only = (schema: JsonObject) => chosen(schema, (name) => picked.includes(name));
  compareMembers(work.on({ ...work.pair, [side]: only(beside), [otherSide(side)]: only(other) }), schemaAspects());
  for (const key of Object.keys(beside).filter((name) => !picked.includes(name))) {
    const explains = key === 'description' || key === 'title' || key.startsWith('x-');
    if (!explains) work.note('unclassified-difference', work.pair, { key });
  }
  return chosen(other, (name) => !picked.includes(name));
}

/** The members of a schema whose names are chosen. */
export function chosen(schema: JsonObject, fits: (name: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => fits(name)));
}
