import { errorAnswers } from './error-answers.js';
import type { ReplayedAnswer } from './replayed-answer.js';

const busy = (headers: Readonly<Record<string, string>>): ReplayedAnswer => ({ ...errorAnswers[429], headers });

/**
 * The ways a busy platform may say when to come back; the documentation names none of them (U-07), HTTP knows the first
 * two. The word names them in the features. Source: docs/pagination-filtering-and-rate-limits.
 */
export const busyAnswers = {
  'after seven seconds': busy({ 'retry-after': '7' }),
  'at a time it names': busy({
    date: 'Mon, 05 Jan 2026 10:00:00 GMT',
    'retry-after': 'Mon, 05 Jan 2026 10:00:12 GMT',
  }),
  'at a time of its own choice': busy({}),
} as const satisfies Readonly<Record<string, ReplayedAnswer>>;

/** The word of an answer in {@link busyAnswers}. */
export type BusyAnswerWord = keyof typeof busyAnswers;
