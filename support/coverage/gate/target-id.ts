import type { TargetKind } from '../targets/target-kinds.js';

/** A target's id in its parts. */
export interface IdParts {
  readonly kind: TargetKind;
  readonly owner: string;
  /** Place, with `=detail` where there is one. */
  readonly rest: string;
}

/** Parts an id; neither kind nor owner holds a colon. */
export function idParts(id: string): IdParts {
  const [kind = '', owner = ''] = id.split(':', 2);
  return { kind: kind as TargetKind, owner, rest: id.slice(kind.length + owner.length + 2) };
}
