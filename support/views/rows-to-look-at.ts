import type { RequirementResult } from '../verdict/requirement-result.js';
import type { RequirementOutcome } from '../verdict/verdict.js';

/** Which rows are looked at first, the lowest number; null for outcomes that need nobody's look. */
const urgency: Readonly<Record<RequirementOutcome, number | null>> = {
  contradicted: 1,
  'not-demonstrated': 2,
  'demonstrated-with-advisory': 3,
  demonstrated: null,
  'not-applicable': null,
  'out-of-scope': null,
};

/** Where a row stands that needs nobody's look but for its review. */
const ofReview = 2;

/** The rows a person should look at, the worst first: a list that is cut off ends with the least. */
export function rowsToLookAt(rows: readonly RequirementResult[]): readonly RequirementResult[] {
  return rows
    .flatMap((row) => {
      const urgent = urgency[row.outcome] ?? (row.review === true ? ofReview : null);
      return urgent === null ? [] : [{ row, urgent }];
    })
    .toSorted((a, b) => a.urgent - b.urgent)
    .map(({ row }) => row);
}
