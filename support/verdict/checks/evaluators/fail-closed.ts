import type { Json } from '../../../trace/exchange.js';
import { asText, at } from '../answer.js';
import { undetermined, verdictOf, type Evaluate } from '../evaluate.js';

/**
 * A command of the harness ended as announced (arguments `expected` and `received`): with that exit code and decision, and
 * one of the sentences it said holds what was to be said.
 */
export const endsAsExpected: Evaluate = ({ arguments: { expected = null, received = null } }) => {
  const [wanted, ended] = [endingIn(expected), endingIn(received)];
  if (wanted === null || ended === null) return undetermined('a command that ended', 'nobody knows how it ended');
  const said = wanted.said.every((words) => ended.said.some((sentence) => sentence.includes(words)));
  const holds = ended.exitCode === wanted.exitCode && ended.decision === wanted.decision && said;
  return verdictOf(holds, inWords(wanted), inWords(ended));
};

interface Ending {
  readonly exitCode: number;
  readonly decision: string;
  readonly said: readonly string[];
}

function endingIn(value: Json): Ending | null {
  const [exitCode, decision, said] = [at(value, '/exitCode'), at(value, '/decision'), at(value, '/said')];
  if (typeof exitCode !== 'number' || typeof decision !== 'string' || !Array.isArray(said)) return null;
  return { exitCode, decision, said: said.map(asText) };
}

function inWords({ exitCode, decision, said }: Ending): string {
  return `exit code ${String(exitCode)}, decision ${decision}, saying ${said.join('; ') || 'nothing'}`;
}
