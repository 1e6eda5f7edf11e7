import type { OperationShape } from '../targets/operation-shape.js';
import type { TargetKind } from '../targets/target-kinds.js';
import type { TargetList } from '../targets/list-targets.js';
import { TargetTally } from './target-tally.js';

/** A target that an object decides: whether it has the member or not. */
export interface MemberWatch {
  readonly member: string;
  readonly tally: TargetTally;
}

/** The targets of a run, found by where they travel. */
export interface TargetIndex {
  readonly tallies: readonly TargetTally[];
  readonly operations: ReadonlyMap<string, OperationShape>;
  readonly byId: (id: string) => TargetTally | undefined;
  /** The targets of one owner, by place. */
  readonly of: (owner: string) => OwnedTargets;
}

/** Targets of one owner by where they travel. */
export interface OwnedTargets {
  /** Targets about members of the object at a place. */
  readonly members: (place: string) => readonly MemberWatch[];
  /** Targets about the value at a place. */
  readonly values: (place: string) => readonly TargetTally[];
}

/** Kinds whose place names a member, and whose object decides. */
const byContainer: ReadonlySet<TargetKind> = new Set([
  'member-present',
  'member-absent',
  'request-sent',
  'request-omitted',
]);

/** Kinds that a single value decides. */
const byValue: ReadonlySet<TargetKind> = new Set([
  'member-null',
  'enum-value',
  'constraint-met',
  'constraint-violated',
]);

/** Makes the index of a list of targets, nothing counted yet. */
export function targetIndex({ targets, operations }: TargetList): TargetIndex {
  const tallies = targets.map((target) => new TargetTally(target));
  const ids = new Map(tallies.map((tally) => [tally.target.id, tally]));
  const owners = new Map<string, Owned>();
  for (const tally of tallies) {
    const { kind, owner, place, detail } = tally.target;
    const owned = owners.get(owner) ?? new Owned();
    owners.set(owner, owned);
    if (byContainer.has(kind) || detail === 'required') owned.watchMember(place, tally);
    else if (byValue.has(kind)) owned.watchValue(place, tally);
  }
  const nobody = new Owned();
  return {
    tallies,
    operations: new Map(operations.map((shape) => [shape.operationId, shape])),
    byId: (id) => ids.get(id),
    of: (owner) => owners.get(owner) ?? nobody,
  };
}

class Owned implements OwnedTargets {
  readonly #members = new Map<string, MemberWatch[]>();
  readonly #values = new Map<string, TargetTally[]>();

  watchMember(place: string, tally: TargetTally): void {
    const cut = place.lastIndexOf('/');
    push(this.#members, place.slice(0, cut), { member: memberName(place.slice(cut + 1)), tally });
  }

  watchValue(place: string, tally: TargetTally): void {
    push(this.#values, place, tally);
  }

  members(place: string): readonly MemberWatch[] {
    return this.#members.get(place) ?? [];
  }

  values(place: string): readonly TargetTally[] {
    return this.#values.get(place) ?? [];
  }
}

function memberName(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
