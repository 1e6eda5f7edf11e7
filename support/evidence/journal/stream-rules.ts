import { logFile, messagesFile, recorderFiles } from '../../trace/recorder-files.js';
import { isRecord } from '../verify/json-shape.js';
import { messagesRule } from './messages-rule.js';
import { idNumber, writingCallOf } from './recorded-call.js';
import type { RunSoFar } from './run-so-far.js';
import { outsideSpan } from './span-of-time.js';
import type { RecordedLine, StreamRule } from './stream-rule.js';

const nothing = () => undefined;

/** Connections are counted, in each shard of a merged run anew. */
function connectionsRule(run: RunSoFar): StreamRule {
  return {
    line: ({ id, at, server }) => {
      run.connections += 1;
      if (idNumber('c', id) !== run.connections) return `it holds the connection ${String(id)}`;
      return server === 'own' ? null : outsideSpan({ at: String(at), durationMs: 0 }, run.span);
    },
    resumed: nothing,
  };
}

/** Exchanges are counted, in each shard of a merged run anew; each used a known connection, and a writing call was announced before it left. */
function exchangesRule(run: RunSoFar): StreamRule {
  return {
    line: (value) => {
      run.exchanges += 1;
      if (idNumber('x', value['id']) !== run.exchanges) return `it holds the exchange ${String(value['id'])}`;
      const connection = value['connection'];
      const used = isRecord(connection) ? connection['id'] : connection;
      if (used !== null && (idNumber('c', used) ?? Infinity) > run.connections) {
        return `it used the connection ${JSON.stringify(used)}, which was not recorded then`;
      }
      const misplaced = timeProblem(value, run);
      if (misplaced !== null) return misplaced;
      const call = writingCallOf(value);
      if (call === null || run.announced.get(call.scenario)?.has(call.ordinal) === true) return null;
      return `no intent in the journal announces call ${call.ordinal} of ${call.scenario}`;
    },
    resumed: nothing,
  };
}

/** What our own servers answer is on a clock that leaps over waits; what was found again after a lost answer has no time of its own. */
function timeProblem({ startedAt, durationMs, replayed, adopted }: RecordedLine, { span }: RunSoFar): string | null {
  if (replayed === true || adopted !== undefined) return null;
  return outsideSpan({ at: String(startedAt), durationMs: Number(durationMs) }, span);
}

/** Lines that belong to exchanges come in the order of their exchanges, and with them. */
function belongingRule(run: RunSoFar): StreamRule {
  let last = 1;
  return {
    line: ({ exchangeId }) => {
      const number = idNumber('x', exchangeId);
      if (number === null || number < last || number > run.exchanges) {
        return `it belongs to the exchange ${String(exchangeId)}, which was not recorded then`;
      }
      last = number;
      return null;
    },
    resumed: nothing,
  };
}

/** Results come in the order in which the journal says that scenarios finished. */
function resultsRule(run: RunSoFar): StreamRule {
  return {
    line: ({ id, attempt, verdict }) => {
      run.results.push({ scenario: String(id), attempt: Number(attempt), verdict: String(verdict) });
      return null;
    },
    // A result whose event was lost with the machine is kept by the run that goes on.
    resumed: () => void run.results.splice(0),
  };
}

/** While one process writes, its log does not go back in time. */
function logRule(): StreamRule {
  let last = '';
  return {
    line: ({ time }) => {
      if (typeof time !== 'string' || time < last) return `it is of ${String(time)}, the line before it of ${last}`;
      last = time;
      return null;
    },
    resumed: () => {
      last = '';
    },
  };
}

/** The streams that every journal binds, with their rules, in the order in which they are held against each other. */
export const streamRules: ReadonlyMap<string, (run: RunSoFar) => StreamRule> = new Map([
  [recorderFiles.connections, connectionsRule],
  [recorderFiles.exchanges, exchangesRule],
  [recorderFiles.redactions, belongingRule],
  [recorderFiles.transitions, belongingRule],
  [recorderFiles.results, resultsRule],
  [messagesFile, messagesRule],
  [logFile, logRule],
]);
