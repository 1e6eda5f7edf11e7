import { join } from 'node:path';
import { packageRoot } from '../config/package-root.js';
import { parseYaml } from '../config/parse-yaml.js';
import { errorsOf } from '../messages/coded-error.js';
import { questionsMessages } from '../messages/questions-messages.js';
import { shapeProblem } from '../config/evidence-schema.js';
import type { OpenQuestion } from './open-question.js';

const questionsError = errorsOf(questionsMessages, 'harnessError');

/** The register this package ships. */
export function openQuestionsPath(): string {
  return join(packageRoot(), 'schemas', 'axys-v2', 'open-questions.yaml');
}

/** The register in a text that was read from `file`. Throws QST-101 or QST-102 (exit 3). */
export function openQuestionsIn(text: string, file: string): readonly OpenQuestion[] {
  let document: unknown;
  try {
    document = parseYaml(text);
  } catch (cause) {
    throw questionsError('QST-101', { file, detail: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
  const problem = shapeProblem('open-questions', document);
  if (problem !== null) throw questionsError('QST-102', { file, ...problem });
  // The schema has just proved the shape.
  return (document as { readonly questions: readonly OpenQuestion[] }).questions;
}
