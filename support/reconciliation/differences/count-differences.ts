import { differenceKinds, type DifferenceClass, type DifferenceCode } from './difference-codes.js';
import type { MoneyDifference } from './money-difference.js';

/** How many differences there are, by class and by kind. */
export interface DifferenceCounts extends Readonly<Record<DifferenceClass, number>> {
  readonly kinds: readonly {
    readonly code: DifferenceCode;
    readonly title: string;
    readonly class: DifferenceClass;
    readonly count: number;
  }[];
}

/** Counts differences; kinds in the order of the table. */
export function countsOf(differences: readonly MoneyDifference[]): DifferenceCounts {
  const ofClass = (wanted: DifferenceClass) => differences.filter((each) => each.class === wanted).length;
  const codes = Object.keys(differenceKinds) as DifferenceCode[];
  const kinds = codes.flatMap((code) => {
    const count = differences.filter((each) => each.code === code).length;
    const { title, class: itsClass } = differenceKinds[code];
    return count === 0 ? [] : [{ code, title, class: itsClass, count }];
  });
  return { fail: ofClass('fail'), review: ofClass('review'), undetermined: ofClass('undetermined'), kinds };
}
