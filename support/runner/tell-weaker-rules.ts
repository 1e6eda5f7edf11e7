import type { ContractChanges } from '../contract/contract-changes.js';
import { contractRulesMessages } from '../messages/contract-rules-messages.js';
import { fill } from '../messages/message.js';
import { rulesInBrief, weakerRules } from '../verdict/softened/weaker-rules.js';
import type { Announcement } from './budget/announce-budget.js';

/** How many are named; the rest is counted. */
const named = 3;

/** Tells, before the first call, which published rules the operator's document weakens (CON-201); nothing where there is none. */
export function tellWeakerRules(changes: ContractChanges | null, { logger, progress }: Announcement): void {
  const rules = weakerRules(changes);
  if (rules.length === 0) return;
  const code = 'CON-201';
  const { text, next } = fill(code, contractRulesMessages[code], {
    rules: rules.length === 1 ? '1 rule' : `${rules.length} rules`,
    named: rulesInBrief(rules, named).join('; '),
  });
  logger.warn({ code, weaker: rules.length }, text);
  progress.note(`Warning ${code}: ${text} ${next}`);
}
