import { join } from 'node:path';
import type { DecidedRun } from '../evidence/decided-run.js';
import type { EvidenceFolder } from '../evidence/evidence-folder.js';
import { readExchanges } from '../evidence/read-exchanges.js';
import { errorsOf } from '../messages/coded-error.js';
import { evidenceMessages } from '../messages/evidence-messages.js';
import { recorderFiles } from '../trace/recorder-files.js';
import { shapeProblem } from '../verdict/evidence-schema.js';
import { answerQuestions } from './answer-questions.js';
import type { AnsweredQuestion, QuestionCounts } from './answered-question.js';
import { loadOpenQuestions, openQuestionsPath } from './load-open-questions.js';
import { readMaskedFacts } from './masked-facts.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/**
 * Writes `questions.json`, the register of open questions with this run's answers, from the recorded files of the run.
 * Throws EVD-102 rather than write another shape, and what the readers throw.
 */
export async function writeQuestions(
  folder: EvidenceFolder,
  { results }: Pick<DecidedRun, 'results'>,
): Promise<QuestionCounts> {
  const register = await answerQuestions(await loadOpenQuestions(openQuestionsPath()), {
    exchanges: readExchanges(join(folder.root, recorderFiles.exchanges)),
    results,
    facts: await readMaskedFacts(join(folder.root, recorderFiles.redactions)),
  });
  const problem = shapeProblem('questions', register);
  if (problem !== null) throw evidenceError('EVD-102', { file: 'questions.json', ...problem });
  await folder.write('questions.json', `${JSON.stringify(register, null, 2)}\n`);
  return countQuestions(register);
}

/** Questions with an answer of their own, and those without one; entries that only lead to others are not counted. */
export function countQuestions(register: readonly AnsweredQuestion[]): QuestionCounts {
  const asked = register.filter(({ sameAs }) => sameAs === undefined);
  const answered = asked.filter(({ state }) => state === 'answered').length;
  return { answered, open: asked.length - answered };
}
