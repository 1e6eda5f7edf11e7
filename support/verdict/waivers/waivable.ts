import type { Requirement } from '../requirement.js';

/** What a waiver never covers (see the program profile). */
export type Untouchable = 'card data' | 'integrity' | 'authentication' | 'money';

/** Rule word of a waiver that accepts that a scenario's verdict changed between attempts. */
export const unstableRule = 'unstable';

/** Areas of the catalogue whose rows are about something untouchable. */
const byArea: Readonly<Record<string, Untouchable>> = {
  authentication: 'authentication',
  certificates: 'authentication',
  '3-D Secure': 'authentication',
  'card data': 'card data',
  guard: 'integrity',
  'deposit, crypto': 'money',
  'deposit, bank': 'money',
  'deposit, suspense': 'money',
  wallet: 'money',
  transactions: 'money',
  reconciliation: 'money',
};

/** Rows of other areas. */
const byRow: Readonly<Record<string, Untouchable>> = {
  'TM-32': 'money',
  'TM-71': 'money',
  'TM-72': 'authentication',
  'TM-73': 'integrity',
  'TM-75': 'authentication',
};

/** Rules of the judge and checks that are untouchable whatever row they turn up in. */
const byRule: Readonly<Record<string, Untouchable>> = {
  'card-number-anywhere': 'card data',
  'sensitive-in-url': 'card data',
  'write-only-returned': 'card data',
};

/** The untouchable thing a waiver of this row and rule would cover, or null when it may be given. */
export function whyNotWaivable(row: Pick<Requirement, 'id' | 'area'>, rule: string): Untouchable | null {
  return byRow[row.id] ?? byArea[row.area] ?? byRule[ruleWord(rule)] ?? null;
}

/**
 * The word a waiver's rule begins with. A rule may be a check id with its variant (`card-active:after-hold`) or a whole
 * cause (`response-body-schema getCard ...`), which waives less than the bare rule does.
 */
export function ruleWord(rule: string): string {
  return rule.split(/[ :]/)[0] ?? rule;
}
