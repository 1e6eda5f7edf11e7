import { errorsOf } from '../../messages/coded-error.js';
import { coverageMessages } from '../../messages/coverage-messages.js';
import type { ExclusionState, JudgedExclusion } from './exclusion.js';

const broken = errorsOf(coverageMessages, 'configuration');

const codes: Readonly<Record<ExclusionState, 'COV-202' | 'COV-203' | null>> = {
  used: null,
  needless: null,
  matchless: 'COV-202',
  expired: 'COV-203',
};

/** Throws COV-202 or COV-203 (exit 78) for the first exclusion that cannot stand. */
export function checkExclusions(exclusions: readonly JudgedExclusion[]): void {
  for (const { state, targets: pattern, owner, expires } of exclusions) {
    const code = codes[state];
    if (code !== null) throw broken(code, { pattern, owner, expires });
  }
}
