import type { ObservedCalls } from '../observed-operation.js';

/** One answer with its exchange. */
export interface LabelledAnswer {
  readonly answer: string;
  readonly exchange: string;
}

/** An answer that another stands for now; null where there is none. */
export interface AnswerStep {
  readonly old: LabelledAnswer | null;
  readonly new: LabelledAnswer | null;
}

/**
 * Lines up the answers of one operation in one scenario. Writing calls of equal number stand for each other in their order.
 * Readings are repeated as often as it takes, and a scenario that stopped early makes fewer calls: there the answers that
 * only one side has stand for each other in the order of their appearance.
 */
export function alignAnswers(old: ObservedCalls, next: ObservedCalls, reads: boolean): readonly AnswerStep[] {
  const [before, after] = [labelled(old), labelled(next)];
  if (!reads && before.length === after.length) {
    return before.flatMap((one, place) => {
      const other = after[place];
      return other === undefined || other.answer === one.answer ? [] : [{ old: one, new: other }];
    });
  }
  const [gone, come] = [onlyIn(before, after), onlyIn(after, before)];
  const longest = Math.max(gone.length, come.length);
  return Array.from({ length: longest }, (_none, place) => ({ old: gone[place] ?? null, new: come[place] ?? null }));
}

function labelled({ answers, exchanges }: ObservedCalls): readonly LabelledAnswer[] {
  return answers.map((answer, place) => ({ answer, exchange: exchanges[place] ?? '' }));
}

/** Each answer once that the other side does not have. */
function onlyIn(side: readonly LabelledAnswer[], other: readonly LabelledAnswer[]): readonly LabelledAnswer[] {
  const known = new Set(other.map(({ answer }) => answer));
  return side.filter(({ answer }) => {
    const first = !known.has(answer);
    known.add(answer);
    return first;
  });
}
