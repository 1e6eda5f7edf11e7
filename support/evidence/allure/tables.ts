import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { csv } from '../matrix/csv.js';

/** The checks of a scenario as a table (CSV). */
export function checksTable({ checks }: Pick<ScenarioResult, 'checks'>): string {
  const head = ['outcome', 'check', 'title', 'expected', 'received', 'provenance', 'source', 'questions', 'exchanges'];
  return csv([
    head,
    ...checks.map((check) => [
      check.outcome,
      check.id,
      check.title,
      check.expected,
      check.received,
      check.provenance,
      check.source,
      check.questions.join(' '),
      check.exchangeIds.join(' '),
    ]),
  ]);
}

/** The waits of a scenario with every state they saw, in order (CSV). */
export function waitsTimeline({ waits }: Pick<ScenarioResult, 'waits'>): string {
  return csv([
    ['waited for', 'deadline (s)', 'met', 'at', 'state', 'exchange'],
    ...waits.flatMap((wait) => [
      [wait.for, wait.deadlineSeconds, wait.met, wait.startedAt, 'wait starts', ''],
      ...wait.timeline.map(({ at, state, exchangeId }) => [
        wait.for,
        wait.deadlineSeconds,
        wait.met,
        at,
        state,
        exchangeId,
      ]),
      [wait.for, wait.deadlineSeconds, wait.met, wait.endedAt, wait.met ? 'reached' : 'deadline passed', ''],
    ]),
  ]);
}
