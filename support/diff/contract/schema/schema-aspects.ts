import { annotations, deprecation } from '../annotations.js';
import type { Aspect } from '../aspect.js';
import { alternatives } from './alternatives.js';
import { conditions } from './conditions.js';
import { defaults } from './defaults.js';
import { definitions } from './definitions.js';
import { dependencies } from './dependencies.js';
import { discriminator } from './discriminator.js';
import { formats } from './formats.js';
import { limits } from './limits.js';
import { members } from './members.js';
import { numericBounds } from './numeric-bounds.js';
import { otherMembers } from './other-members.js';
import { parts } from './parts.js';
import { patterns } from './patterns.js';
import { reading } from './reading.js';
import { types } from './types.js';
import { values } from './values.js';

let all: readonly Aspect[] | null = null;

/** Everything a schema says, aspect by aspect. Put together at first use: schemas hold schemas, and so do these files. */
export function schemaAspects(): readonly Aspect[] {
  all ??= [
    annotations('title', 'description', 'example', 'examples', 'externalDocs', '$comment'),
    ...[deprecation, types, values, numericBounds('lower'), numericBounds('upper'), ...limits],
    ...[patterns, formats, defaults, ...reading, members, ...otherMembers, ...parts, ...conditions],
    ...[...dependencies, ...alternatives, discriminator, definitions],
  ];
  return all;
}
