import { pointerOf } from '../../json/json-pointer.js';
import type { SchemaSpot } from './schema-spots.js';
import { targetOf, type ListedTarget } from './target.js';

/**
 * Keywords that limit what we may send. `both`: met and violated are targets. `violated`: meeting it is no target of its own,
 * because sending the member at all, or one of its listed values, already is.
 */
const constraintKeywords: Readonly<Record<string, 'both' | 'violated'>> = {
  type: 'violated',
  enum: 'violated',
  const: 'violated',
  pattern: 'both',
  format: 'both',
  minLength: 'both',
  maxLength: 'both',
  minimum: 'both',
  maximum: 'both',
  exclusiveMinimum: 'both',
  exclusiveMaximum: 'both',
  multipleOf: 'both',
  minItems: 'both',
  maxItems: 'both',
  uniqueItems: 'both',
  minProperties: 'both',
  maxProperties: 'both',
};

/** The constraints at one place of a request. */
export function constraintTargets({ schemas }: SchemaSpot, owner: string, place: string): ListedTarget[] {
  return schemas.flatMap(({ schema, pointer }) =>
    Object.entries(constraintKeywords).flatMap(([keyword, sides]) => {
      if (schema[keyword] === undefined) return [];
      const more = { detail: keyword, rule: { [keyword]: schema[keyword] } };
      const violated = targetOf('constraint-violated', owner, place, pointer + pointerOf(keyword), more);
      if (sides === 'violated') return [violated];
      return [targetOf('constraint-met', owner, place, pointer + pointerOf(keyword), more), violated];
    }),
  );
}

/** Leaving out a member that must be sent. */
export function requiredTarget(spot: SchemaSpot, owner: string, place: string): ListedTarget {
  return targetOf('constraint-violated', owner, place, spot.pointer, { detail: 'required' });
}
