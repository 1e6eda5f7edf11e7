import { carriageKinds } from './kinds/carriage-kinds.js';
import { courseKinds } from './kinds/course-kinds.js';
import { memberKinds } from './kinds/member-kinds.js';
import { objectKinds } from './kinds/object-kinds.js';
import { statusKinds } from './kinds/status-kinds.js';
import { valueKinds } from './kinds/value-kinds.js';
import type { WireKind } from './kinds/wire-kind.js';

/** Every kind of wire mutant, in the order in which they are planted. */
export const wireKinds: readonly WireKind[] = [
  ...memberKinds,
  ...valueKinds,
  ...objectKinds,
  ...statusKinds,
  ...carriageKinds,
  ...courseKinds,
];

/** The kind of a mutant. Throws for an unknown word. */
export function wireKind(kind: string): WireKind {
  const found = wireKinds.find((known) => known.kind === kind);
  if (found === undefined) throw new Error(`there is no kind of wire mutant ${kind}`);
  return found;
}
