import type { ChangeClass } from './change-class.js';
import { worst } from './change-class.js';
import type { ContractChange } from './contract-change.js';

const codes: Readonly<Record<ChangeClass, 0 | 1 | 2>> = {
  breaking: 1,
  unknown: 2,
  'conditionally-breaking': 2,
  additive: 0,
  cosmetic: 0,
};

/** The exit code of `diff`: 1 breaking, 2 conditionally breaking or unknown, 0 additive or less. */
export function diffExitCode(changes: readonly Pick<ContractChange, 'class'>[]): 0 | 1 | 2 {
  return exitCodeOfClass(worst(changes.map((change) => change.class)));
}

/** The exit code for the worst class of all changes. */
export function exitCodeOfClass(found: ChangeClass): 0 | 1 | 2 {
  return codes[found];
}
