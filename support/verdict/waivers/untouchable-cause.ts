import type { Waiver } from '../../config/profile.js';
import type { RejectingCause } from '../rejecting-causes.js';
import type { RequirementContext } from '../requirement-context.js';
import type { Requirement } from '../requirement.js';
import { ruleWord, whyNotWaivable, type Untouchable } from './waivable.js';

/** What says which things are untouchable beside the row a waiver is given for. */
export interface Untouchables extends Pick<RequirementContext, 'operationRows'> {
  readonly catalogue: readonly Requirement[];
}

/** An answer that turned our credentials away, where no page has it. */
const turnedAway = /\banswered 40[13]\b/;

/** What a cause may be about, in order; the first that speaks decides. */
const rules: readonly ((cause: RejectingCause, about: Untouchables) => Untouchable | null)[] = [
  ({ operationId }, { operationRows, catalogue }) => {
    const own = operationRows.get(operationId ?? '') ?? [];
    return firstOf(catalogue.filter(({ id }) => own.includes(id)));
  },
  // A check that also proves a row which may be waived is about no such thing in itself.
  ({ names: [check = ''] }, { catalogue }) => {
    const proved = catalogue.filter(({ proves }) => proves.includes(check));
    return proved.every((row) => whyNotWaivable(row, check) !== null) ? firstOf(proved) : null;
  },
  ({ names: [rule], reason }) => (rule === 'status-documented' && turnedAway.test(reason) ? 'authentication' : null),
];

/**
 * The untouchable thing a cause is about, whatever row it turns up in: that of the row its operation answers for, or of every row its
 * check proves. Null where a waiver may cover it.
 */
export function untouchableIn(cause: RejectingCause, about: Untouchables): Untouchable | null {
  return rules.reduce<Untouchable | null>((found, rule) => found ?? rule(cause, about), null);
}

/** The untouchable thing a waiver of this row would cover, by what it names itself; null when it may be given. */
export function whyNotGiven(row: Requirement, { rule }: Pick<Waiver, 'rule'>, about: Untouchables): Untouchable | null {
  // The whole cause of a finding names the operation behind the rule.
  const [, operationId = null] = rule.split(' ');
  return whyNotWaivable(row, rule) ?? untouchableIn({ names: [ruleWord(rule)], operationId, reason: '' }, about);
}

function firstOf(rows: readonly Requirement[]): Untouchable | null {
  return rows.map((row) => whyNotWaivable(row, '')).find((thing) => thing !== null) ?? null;
}
