import { answerClasses } from '../../client/answer-classes.js';
import { classifyAnswer } from '../../client/classify-answer.js';
import { maxTries } from '../../client/interceptors/retry.js';
import type { Exchange } from '../../trace/exchange.js';

/** A writing call that left, or was about to leave, when the run was stopped. */
export interface RecordedIntent {
  readonly operationId: string;
  /** When it was written, ISO 8601 by the harness clock. */
  readonly at: string;
}

/** One call of a scenario as the record shows it. */
export interface RecordedCall {
  /** Null for a safe call. */
  readonly intent: RecordedIntent | null;
  /** Its tries, masked, in order; over all parts of the run. */
  readonly tries: readonly Exchange[];
}

/** What an earlier part of a run recorded of a scenario that it did not finish. */
export interface RecordedScenario {
  /** By the scenario's running number of the call. */
  readonly calls: ReadonlyMap<number, RecordedCall>;
  /** Every masked exchange of the scenario, in order; callbacks and calls that do not count as its own included. */
  readonly exchanges: readonly Exchange[];
}

/**
 * The exchange that answers a recorded call, or null where the record does not hold its end: nothing was recorded, our
 * own stop cut it off, or more tries of a safe call were due.
 */
export function answerTo({ tries }: RecordedCall): Exchange | null {
  const last = tries.at(-1);
  if (last === undefined) return null;
  if (last.failure?.class === 'cancelled' && last.adopted === undefined) return null;
  const moreDue =
    last.request.method === 'GET' && answerClasses[classifyAnswer(last)].passes && last.attempt < maxTries;
  return moreDue ? null : last;
}
