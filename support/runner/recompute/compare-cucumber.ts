import type { Difference } from '../../evidence/verify/verification.js';
import { messagesFile, recorderFiles } from '../../trace/recorder-files.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import type { CucumberAttempts } from './cucumber-attempts.js';

/**
 * Holds results against Cucumber's own messages: every result is an attempt there with the same words for its steps, and
 * every attempt that did something and came to its end is a result.
 */
export function cucumberDifferences(
  results: readonly Pick<ScenarioResult, 'id' | 'attempt' | 'steps'>[],
  attempts: CucumberAttempts,
): Difference[] {
  const open = new Map(
    [...attempts].map(([id, list]) => [id, list.map((one) => ({ words: one.words.join(), ended: one.ended }))]),
  );
  const against = results.flatMap(({ id, attempt, steps }) => {
    const words = steps.map(({ status }) => status).join();
    // A scenario none of whose steps was reached is skipped for Cucumber as well.
    if (steps.every(({ status }) => status === 'skipped')) return [];
    const left = open.get(id) ?? [];
    const index = left.findIndex((one) => one.words === words);
    if (index >= 0) left.splice(index, 1);
    const said = left.length === 0 ? 'no such attempt' : left.map((one) => one.words).join(' or ');
    const problem = `steps of attempt ${attempt}: recorded ${words}, ${messagesFile} has ${said}`;
    return index >= 0 ? [] : [{ where: `${recorderFiles.results}: ${id}`, problem }];
  });
  const unrecorded = [...open].flatMap(([id, left]) =>
    left
      .filter(({ ended }) => ended)
      .map(({ words }) => ({
        where: `${messagesFile}: ${id}`,
        problem: `Cucumber ran it (${words}), and ${recorderFiles.results} has no such attempt`,
      })),
  );
  return [...against, ...unrecorded];
}
