import type { BehaviourChange } from '../behaviour/behaviour-change.js';
import type { ApprovableChange } from './approvable-change.js';

/** What the target did differently, as approvals see it: its members are the names of its place. */
export function ofBehaviourChange(change: BehaviourChange): ApprovableChange {
  const { fingerprint, class: worst, rule, words, place } = change;
  const members = place.split(/[^\w-]+/).filter((name) => name !== '');
  return { fingerprint, class: worst, rule, words, members, rows: [] };
}

/** A row, scenario or check that ended differently, as approvals see it: what counts is what its rows are about. */
export function ofVerdictChange(change: BehaviourChange): ApprovableChange {
  const { fingerprint, class: worst, rule, words, requirements } = change;
  return { fingerprint, class: worst, rule, words, members: [], rows: requirements };
}
