import type { MessageKind, ObservedMember, ObservedObject, ObservedType } from '../observed-operation.js';
import type { SeenObject } from './message-objects.js';

/** Objects of one place and state in one scenario: how many had which members. */
interface Unit {
  readonly kind: MessageKind;
  readonly at: string;
  readonly state: string;
  readonly scenario: string;
  readonly exchange: string;
  /** Number of a member list to how often it was seen. */
  readonly lists: Map<number, number>;
}

interface ListedMember {
  readonly name: string;
  readonly types: readonly ObservedType[];
  readonly documented: boolean;
}

interface Form extends Pick<ObservedObject, 'kind' | 'at' | 'state'> {
  members: Record<string, ObservedMember>;
  objects: number;
  readonly witnesses: Record<string, string>;
}

/** Gathers the objects of an operation's messages. Equal member lists are kept once, so that a long run needs little memory. */
export class ObjectForms {
  readonly #lists: (readonly ListedMember[])[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #units = new Map<string, Unit>();

  /** Takes in one object; `scenario` is its place in the list of scenarios. */
  add({ at, state, members }: SeenObject, kind: MessageKind, scenario: string, exchange: string): void {
    const key = JSON.stringify([kind, at, state, scenario]);
    const unit = this.#units.get(key) ?? { kind, at, state, scenario, exchange, lists: new Map<number, number>() };
    this.#units.set(key, unit);
    const list = this.#numberOf(members);
    unit.lists.set(list, (unit.lists.get(list) ?? 0) + 1);
  }

  /** Everything seen, in a fixed order. */
  observed(): readonly ObservedObject[] {
    const forms = new Map<string, Form>();
    for (const unit of this.#units.values()) {
      const { members, objects } = this.#membersOf(unit);
      const { kind, at, state } = unit;
      const shape = Object.entries(members).map(([name, { types, presence, documented }]) => [
        ...[name, types, presence, documented],
      ]);
      const key = JSON.stringify([kind, at, state, shape]);
      const known = forms.get(key);
      const form = known ?? { kind, at, state, members, objects: 0, witnesses: {} };
      if (known !== undefined) known.members = summed(known.members, members);
      form.objects += objects;
      form.witnesses[unit.scenario] = unit.exchange;
      forms.set(key, form);
    }
    return [...forms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, form]) => form);
  }

  #membersOf(unit: Unit): { readonly members: Record<string, ObservedMember>; readonly objects: number } {
    const lists = [...unit.lists].map(([list, times]) => ({ members: this.#lists[list] ?? [], times }));
    const objects = lists.reduce((sum, { times }) => sum + times, 0);
    const found = new Map<string, { types: Set<ObservedType>; seen: number; documented: boolean }>();
    for (const { members, times } of lists)
      for (const { name, types, documented } of members) {
        const known = found.get(name) ?? { types: new Set<ObservedType>(), seen: 0, documented: true };
        for (const type of types) known.types.add(type);
        found.set(name, { types: known.types, seen: known.seen + times, documented: known.documented && documented });
      }
    const observed = [...found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { types, seen, documented }]) => {
        const presence = seen === objects ? ('always' as const) : ('sometimes' as const);
        return [name, { types: [...types].sort(), presence, seen, documented }] as const;
      });
    return { members: Object.fromEntries(observed), objects };
  }

  #numberOf(members: SeenObject['members']): number {
    const list = [...members]
      .map(([name, { types, documented }]) => ({ name, types: [...types].sort(), documented }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const key = JSON.stringify(list);
    const number = this.#numbers.get(key) ?? this.#lists.push(list) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

/** Members of the same form, their counts added. */
function summed(
  one: Readonly<Record<string, ObservedMember>>,
  other: Readonly<Record<string, ObservedMember>>,
): Record<string, ObservedMember> {
  const entries = Object.entries(one).map(
    ([name, member]) => [name, { ...member, seen: member.seen + (other[name]?.seen ?? 0) }] as const,
  );
  return Object.fromEntries(entries);
}
