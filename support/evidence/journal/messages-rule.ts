import { isRecord } from '../verify/json-shape.js';
import type { RecordedLine, StreamRule } from './stream-rule.js';

/** The members of Cucumber's messages that say where in a test case it is. */
interface Place {
  readonly testCaseStartedId: string;
  readonly testStepId: string;
}

/** Test cases under way, each with the step it is in; null between two steps. */
type UnderWay = Map<string, string | null>;

/** What each message does to the test cases under way; false when it cannot come now. */
const moves: Readonly<Record<string, (cases: UnderWay, message: Place & { readonly id: string }) => boolean>> = {
  testCaseStarted: (cases, { id }) => !cases.has(id) && cases.set(id, null).has(id),
  testStepStarted: (cases, { testCaseStartedId: id, testStepId }) =>
    cases.get(id) === null && cases.set(id, testStepId).has(id),
  testStepFinished: (cases, { testCaseStartedId: id, testStepId }) =>
    cases.get(id) === testStepId && cases.set(id, null).has(id),
  testCaseFinished: (cases, { testCaseStartedId: id }) => cases.get(id) === null && cases.delete(id),
};

/** A step begins after the one before it has ended, and inside its test case. */
export function messagesRule(): StreamRule {
  const cases: UnderWay = new Map();
  return {
    line: (envelope: RecordedLine) => {
      const [[kind, message] = ['nothing', null]] = Object.entries(envelope);
      const move = Object.hasOwn(moves, kind) ? moves[kind] : undefined;
      if (move === undefined) return null;
      const placed = isRecord(message) ? (message as unknown as Place & { readonly id: string }) : null;
      return placed !== null && move(cases, placed) ? null : `a message "${kind}" cannot come here`;
    },
    resumed: () => cases.clear(),
  };
}
