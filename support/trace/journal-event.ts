import type { FileMark } from './file-mark.js';

/** A file of the record that was cut back to its last good line when the run was resumed. */
export interface TailCut {
  /** Path below the run's folder. */
  readonly file: string;
  /** Bytes that were removed. */
  readonly bytes: number;
}

/** A writing call that is about to be sent. On disk before the call leaves, so that no call is ever forgotten. */
export interface IntentEvent {
  readonly type: 'intent';
  readonly scenario: string;
  /** The scenario's n-th call. */
  readonly ordinal: number;
  readonly operationId: string;
  /** The run label inside the request, by which what it makes can be found again; null where it carries none. */
  readonly label: string | null;
}

/** From this call on the recorded answers of the scenario are not used again: the calls are made anew. */
export interface ReplayCutEvent {
  readonly type: 'replay-cut';
  readonly scenario: string;
  readonly ordinal: number;
  /** Exchanges up to this one belong to the part that is not used. */
  readonly lastExchange: string;
}

/** What became of a call whose answer was lost. */
export interface LostAnswerEvent {
  readonly type: 'lost-answer';
  readonly scenario: string;
  readonly ordinal: number;
  readonly operationId: string;
  readonly decision: 'adopted' | 'never-made' | 'undecided';
  readonly reason: string;
}

/** Since the event before, the machine's clock was set, or the machine slept. */
export interface ClockJumpedEvent {
  readonly type: 'clock-jumped';
  /** Milliseconds; negative where it was set back. */
  readonly byMs: number;
}

/** The run began; nothing has been called yet. */
export interface RunStartedEvent {
  readonly type: 'run-started';
  readonly runId: string;
  readonly scenarios: number;
  readonly seed: number;
  /** The shard that the run is, counted from 1: its exchanges are numbered in a range of their own. Absent for others. */
  readonly shard?: number;
  /** Every file below `plan/`: it is frozen from here on. */
  readonly plan: readonly FileMark[];
}

/** What every stream of the run holds by now. Whoever changes, adds, removes or moves a line in them breaks this. */
interface Checkpoint {
  /** In the order of their paths. */
  readonly streams: readonly FileMark[];
}

/** In a merged run: what follows is the evidence of a shard, byte for byte. */
export interface ShardJoined {
  readonly type: 'shard-joined';
  /** Counted from 1. */
  readonly shard: number;
  readonly runId: string;
  /** SHA-256 (hex) of the manifest.json of its pack. */
  readonly manifestSha256: string;
}

/** Events at which the journal says what the streams hold. */
export type CheckpointEvent =
  | { readonly type: 'resumed'; readonly kept: number; readonly cuts: readonly TailCut[] }
  | ShardJoined
  | {
      readonly type: 'scenario-finished';
      readonly scenario: string;
      readonly attempt: number;
      readonly verdict: string;
    }
  | { readonly type: 'stopped' }
  | { readonly type: 'ended' };

/** Events that say one thing alone. */
export type PlainEvent = RunStartedEvent | IntentEvent | ReplayCutEvent | LostAnswerEvent | ClockJumpedEvent;

/** What the journal of a run says, in order. */
export type JournalEvent = PlainEvent | (CheckpointEvent & Checkpoint);

/** A line of journal/events.ndjson: the event with its place in the chain. */
export type JournalLine = JournalEvent & {
  /** Counted from 1 over the whole run, resumed parts included. */
  readonly n: number;
  /** Harness clock, ISO 8601 with milliseconds; never earlier than the line before, except where a run was resumed. */
  readonly at: string;
  /** SHA-256 (hex) of the line before; see `lineHash` and, for the first line, `chainStart`. */
  readonly previousHash: string;
};
