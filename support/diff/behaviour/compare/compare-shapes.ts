import { stateMembers } from '../observe/known-words.js';
import type { ObservedObject } from '../observed-operation.js';
import { commonWitnesses, type ComparedRuns, type ComparedSide } from './compared-runs.js';
import { compareMember, type MemberSide, type StatedChange } from './compare-member.js';
import type { OperationPair } from './operation-pairs.js';
import type { RawBehaviourChange } from './raw-change.js';
import { joinStates, type ComparedStates } from './join-states.js';

/** Forms of one place in a message, by the state of the object. */
interface FormGroup {
  readonly kind: string;
  readonly at: string;
  readonly states: Map<string, readonly SeenForm[]>;
}

interface SeenForm {
  readonly form: ObservedObject;
  readonly witnesses: ReadonlyMap<string, string>;
}

/** Some forms of each side that are compared with each other. */
interface ComparedForms {
  readonly state: string;
  readonly old: readonly SeenForm[];
  readonly new: readonly SeenForm[];
  readonly strict: boolean;
  readonly concerns: (name: string) => boolean;
}

/**
 * Compares the form of an operation's messages: objects of the same place and the same state, seen in scenarios that both runs
 * ran. The members that tell the state are compared over all states. Where the runs share no state, so are the others, for what
 * one side always has and the other never.
 */
export function compareShapes(pair: OperationPair, runs: ComparedRuns): readonly RawBehaviourChange[] {
  const [old, next] = [groupsOf(pair.old?.objects ?? [], runs.old), groupsOf(pair.new?.objects ?? [], runs.new)];
  const found: StatedChange[] = [];
  const compared: ComparedStates = new Map();
  for (const [key, before] of old) {
    const after = next.get(key);
    if (after === undefined) continue;
    const { kind, at } = before;
    for (const forms of comparable(before, after, runs.sameObjects || !at.includes('/*'))) {
      const { state, strict } = forms;
      for (const name of namesIn(forms)) {
        const place = `${pair.operationId} ${kind} ${at}/${name}`;
        compared.set(place, new Set([...(compared.get(place) ?? []), state]));
        const member = { operationId: pair.operationId, place, name, state, strict, whole: runs.whole };
        found.push(...compareMember(member, sideOf(forms.old, name), sideOf(forms.new, name)));
      }
    }
  }
  return joinStates(found, compared);
}

function comparable(old: FormGroup, next: FormGroup, strict: boolean): readonly ComparedForms[] {
  const tellsState = (name: string) => stateMembers.has(name);
  const shared = [...old.states.keys()].filter((state) => next.states.has(state));
  const all = { state: '', old: [...old.states.values()].flat(), new: [...next.states.values()].flat() };
  const perState = shared.map((state) => ({
    ...{ state, old: old.states.get(state) ?? [], new: next.states.get(state) ?? [] },
    ...{ strict, concerns: (name: string) => !tellsState(name) },
  }));
  const others =
    perState.length > 0 ? perState : [{ ...all, strict: false, concerns: (name: string) => !tellsState(name) }];
  return [...others, { ...all, strict, concerns: tellsState }];
}

function namesIn({ old, new: next, concerns }: ComparedForms): readonly string[] {
  const names = [...old, ...next].flatMap(({ form }) => Object.keys(form.members));
  return [...new Set(names)].filter(concerns).sort();
}

function groupsOf(objects: readonly ObservedObject[], side: ComparedSide): ReadonlyMap<string, FormGroup> {
  const groups = new Map<string, FormGroup>();
  for (const form of objects) {
    const witnesses = commonWitnesses(form.witnesses, side);
    if (witnesses.size === 0) continue;
    const { kind, at, state } = form;
    const key = `${kind} ${at}`;
    const group = groups.get(key) ?? { kind, at, states: new Map<string, readonly SeenForm[]>() };
    group.states.set(state, [...(group.states.get(state) ?? []), { form, witnesses }]);
    groups.set(key, group);
  }
  return groups;
}

function sideOf(forms: readonly SeenForm[], name: string): MemberSide {
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
