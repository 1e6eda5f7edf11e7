import { readFile } from 'node:fs/promises';
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

/** Reads the register of open questions and checks its shape. Throws QST-101 or QST-102 (exit 3). */
export async function loadOpenQuestions(file: string): Promise<readonly OpenQuestion[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw unreadable(file, cause);
  }
  return openQuestionsIn(text, file);
}

/** The register in a text that was read from `file`. Throws QST-101 or QST-102 (exit 3). */
export function openQuestionsIn(text: string, file: string): readonly OpenQuestion[] {
  let document: unknown;
  try {
    document = parseYaml(text);
  } catch (cause) {
    throw unreadable(file, cause);
  }
  const problem = shapeProblem('open-questions', document);
  if (problem !== null) throw questionsError('QST-102', { file, ...problem });
  // The schema has just proved the shape.
  return (document as { readonly questions: readonly OpenQuestion[] }).questions;
}

function unreadable(file: string, cause: unknown): Error {
  return questionsError('QST-101', { file, detail: cause instanceof Error ? cause.message : String(cause) }, cause);
}
