import type { ObservedObject } from '../observed-operation.js';
import { commonWitnesses, type ComparedRuns, type ComparedSide } from './compared-runs.js';
import { compareMember, type MemberSide, type StatedChange } from './compare-member.js';
import type { OperationPair } from './operation-pairs.js';
import type { RawBehaviourChange } from './raw-change.js';
import { joinStates, type ComparedStates } from './join-states.js';

/** Forms of one place and state. */
interface FormGroup {
  readonly kind: string;
  readonly at: string;
  readonly state: string;
  readonly forms: readonly { readonly form: ObservedObject; readonly witnesses: ReadonlyMap<string, string> }[];
}

/**
 * Compares the form of an operation's messages: objects of the same place and the same state, seen in scenarios that both runs
 * ran. An object that only one run saw in a state says nothing about its members.
 */
export function compareShapes(pair: OperationPair, runs: ComparedRuns): readonly RawBehaviourChange[] {
  const [old, next] = [groupsOf(pair.old?.objects ?? [], runs.old), groupsOf(pair.new?.objects ?? [], runs.new)];
  const found: StatedChange[] = [];
  const compared: ComparedStates = new Map();
  for (const [key, before] of old) {
    const after = next.get(key);
    if (after === undefined) continue;
    const strict = runs.sameSelection || !before.at.includes('/*');
    const names = new Set(
      [before, after].flatMap(({ forms }) => forms.flatMap(({ form }) => Object.keys(form.members))),
    );
    for (const name of [...names].sort()) {
      const { kind, at, state } = before;
      const place = `${pair.operationId} ${kind} ${at}/${name}`;
      compared.set(place, new Set([...(compared.get(place) ?? []), state]));
      const member = { operationId: pair.operationId, place, name, state, strict };
      found.push(...compareMember(member, sideOf(before, name), sideOf(after, name)));
    }
  }
  return joinStates(found, compared);
}

function groupsOf(objects: readonly ObservedObject[], side: ComparedSide): ReadonlyMap<string, FormGroup> {
  const groups = new Map<string, FormGroup>();
  for (const form of objects) {
    const witnesses = commonWitnesses(form.witnesses, side);
    if (witnesses.size === 0) continue;
    const { kind, at, state } = form;
    const key = JSON.stringify([kind, at, state]);
    groups.set(key, { kind, at, state, forms: [...(groups.get(key)?.forms ?? []), { form, witnesses }] });
  }
  return groups;
}

function sideOf({ forms }: FormGroup, name: string): MemberSide {
  const held = forms.map(({ form, witnesses }) => ({ member: form.members[name] ?? null, witnesses }));
  const members = held.flatMap(({ member }) => (member === null ? [] : [member]));
  const always = members.length === held.length && members.every(({ presence }) => presence === 'always');
  const witnesses = (matching: typeof held) => new Map(matching.flatMap((one) => [...one.witnesses]));
  return {
    presence: members.length === 0 ? 'never' : always ? 'always' : 'sometimes',
    types: new Set(members.flatMap(({ types }) => types)),
    documented: members.every(({ documented }) => documented),
    with: witnesses(held.filter(({ member }) => member !== null)),
    without: witnesses(held.filter(({ member }) => member?.presence !== 'always')),
    all: witnesses(held),
  };
}
