import type { Lifecycle, Transition } from '../../lifecycle/lifecycle.js';
import { findPath, type PendingEvent } from './find-path.js';
import type { Sighting } from './sighting.js';

/** One step an entity was seen to take. */
export interface ObservedStep {
  readonly from: string;
  readonly to: string;
  /** Transition id of the table, or `unlisted`. */
  readonly transition: string;
  /** True when the step lies between two readings and was inferred from the table. */
  readonly collapsed: boolean;
}

/** What is known of one entity so far. */
export interface EntityTrack {
  /** State name; `none` before the first reading of an entity whose creation was seen; null when unknown. */
  readonly state: string | null;
  readonly pending: readonly PendingEvent[];
  readonly variant: string | null;
}

/** The track of an entity nobody has seen. */
export const unknownTrack: EntityTrack = { state: null, pending: [], variant: null };

/** A track with the steps that led to it. */
export interface TrackChange {
  readonly track: EntityTrack;
  readonly steps: readonly ObservedStep[];
}

/** Moves a track on by one sighting. */
export function follow(table: Lifecycle, before: EntityTrack, seen: Sighting): TrackChange {
  const track = remember(table, seen.created && before.state === null ? { ...before, state: 'none' } : before, seen);
  const to = seen.value === null ? provenState(table, track, seen) : nameOf(table, seen.value);
  if (to === null) return { track, steps: [] };
  const arrived = { state: to, pending: [], variant: seen.variant };
  if (track.state === null) return { track: arrived, steps: [] };
  if (track.state === to) return stay(table, track, seen);
  const path = findPath(table, track.state, to, track.pending, seen.organic);
  return { track: arrived, steps: path === null ? [unlisted(track.state, to)] : path.map((each) => step(each, path)) };
}

function remember(table: Lifecycle, track: EntityTrack, seen: Sighting): EntityTrack {
  const { event, guard, answered } = seen;
  if (event === null || !table.transitions.some((each) => each.event === event)) return track;
  return { ...track, pending: [...track.pending, { event, guard, answered }] };
}

/** The state a successful call alone proves: where its only transition from here leads; null when it proves none. */
function provenState(table: Lifecycle, track: EntityTrack, seen: Sighting): string | null {
  if (!seen.proven || seen.event === null) return null;
  const from = track.state;
  const targets = new Set(
    table.transitions
      .filter((each) => each.event === seen.event && (from === null || each.from === from || each.from === '*'))
      .map((each) => each.to),
  );
  const [only] = targets;
  return targets.size === 1 && only !== undefined ? only : null;
}

/** Same state again: calls that keep the state are steps of their own; others have not shown their effect yet. */
function stay(table: Lifecycle, track: EntityTrack, seen: Sighting): TrackChange {
  const loops = table.transitions.filter((each) => each.from === track.state && each.to === track.state);
  const loopOf = (pending: PendingEvent): Transition | undefined =>
    pending.answered
      ? loops.find((each) => each.event === pending.event && (pending.guard === null || each.guard === pending.guard))
      : undefined;
  const steps = track.pending.flatMap((pending) => {
    const loop = loopOf(pending);
    return loop === undefined ? [] : [step(loop, [loop])];
  });
  const pending = track.pending.filter((each) => loopOf(each) === undefined);
  const changed = seen.variant !== null && track.variant !== null && seen.variant !== track.variant;
  const organic = changed ? loops.find((each) => !/[A-Z]/.test(each.event)) : undefined;
  if (organic !== undefined) steps.push(step(organic, [organic]));
  return { track: { ...track, pending, variant: seen.variant ?? track.variant }, steps };
}

function step(transition: Transition, path: readonly Transition[]): ObservedStep {
  return { from: transition.from, to: transition.to, transition: transition.id, collapsed: path.length > 1 };
}

/** True for a step that the table does not allow. */
export function isUnlisted({ transition }: Pick<ObservedStep, 'transition'>): boolean {
  return transition === 'unlisted';
}

function unlisted(from: string, to: string): ObservedStep {
  return { from, to, transition: 'unlisted', collapsed: false };
}

function nameOf(table: Lifecycle, value: number | string): string {
  return table.states.find((state) => state.value === value)?.name ?? `unknown-value-${value}`;
}
