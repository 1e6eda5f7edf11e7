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

/** What the journal of a run says, in order. */
export type JournalEvent =
  | { readonly type: 'run-started'; readonly runId: string; readonly scenarios: number; readonly seed: number }
  | { readonly type: 'resumed'; readonly kept: number; readonly cuts: readonly TailCut[] }
  | IntentEvent
  | ReplayCutEvent
  | LostAnswerEvent
  | {
      readonly type: 'scenario-finished';
      readonly scenario: string;
      readonly attempt: number;
      readonly verdict: string;
    }
  | { readonly type: 'stopped' }
  | { readonly type: 'ended' };

/** A line of journal/events.ndjson: the event with its running number and time. */
export type JournalLine = JournalEvent & {
  /** Counted from 1 over the whole run, resumed parts included. */
  readonly n: number;
  /** Harness clock, ISO 8601 with milliseconds. */
  readonly at: string;
};
