import type { AnsweredQuestion, QuestionCounts } from './answered-question.js';

/** Questions with an answer of their own, and those without one; entries that only lead to others are not counted. */
export function countQuestions(register: readonly AnsweredQuestion[]): QuestionCounts {
  const asked = register.filter(({ sameAs }) => sameAs === undefined);
  const answered = asked.filter(({ state }) => state === 'answered').length;
  return { answered, open: asked.length - answered };
}
