import { nearest } from '../../config/nearest.js';
import type { Waiver } from '../../config/profile.js';
import { judgeRules } from '../../contract/rules/index.js';
import { errorsOf } from '../../messages/coded-error.js';
import { waiverMessages } from '../../messages/waiver-messages.js';
import { allChecks } from '../checks/all-checks.js';
import { operationRows } from '../operation-rows.js';
import type { Requirement } from '../requirement.js';
import { whyNotGiven } from './untouchable-cause.js';
import { ruleWord, unstableRule } from './waivable.js';
import { lastDayOfTerm, whyTooLong } from './waiver-term.js';

const cannotStand = errorsOf(waiverMessages, 'configuration');

/**
 * Refuses, before anything is called, a waiver of something that is never waived (WVR-101), one whose rule nothing bears
 * (WVR-102), so that a misspelt waiver does not lie unused, and one that lasts too long for a run that begins now (WVR-103);
 * all exit 78. The gate asks the first question and the last again.
 */
export function checkWaivers(waivers: readonly Waiver[], catalogue: readonly Requirement[], now: string): void {
  const known = [...allChecks.keys(), ...judgeRules.map(({ id }) => id), unstableRule];
  for (const waiver of waivers) {
    const { requirement, rule, expires } = waiver;
    const row = catalogue.find(({ id }) => id === requirement);
    // The profile's schema admits the rows of the catalogue only; the gate refuses any other.
    const untouchable = row === undefined ? null : whyNotGiven(row, waiver, { catalogue, operationRows });
    if (untouchable !== null) throw cannotStand('WVR-101', { requirement, rule, untouchable });
    const word = ruleWord(rule);
    if (!known.includes(word)) throw cannotStand('WVR-102', { requirement, rule, nearest: nearest(word, known) });
    if (whyTooLong(waiver, now) !== null)
      throw cannotStand('WVR-103', { requirement, rule, expires, last: lastDayOfTerm(now) });
  }
}
