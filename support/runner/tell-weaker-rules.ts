import { withoutCardNumbers } from '../card-data/card-number.js';
import type { ContractChanges } from '../contract/contract-changes.js';
import { contractChangesOf } from '../diff/strictness/contract-changes-of.js';
import { contractRulesMessages } from '../messages/contract-rules-messages.js';
import { fill } from '../messages/message.js';
import { rulesInBrief, weakerRules } from '../verdict/softened/weaker-rules.js';
import type { Announcement } from './budget/announce-budget.js';
import type { PreparedRun } from './prepare-run.js';

const code = 'CON-201';

/** How many are named; the rest is counted. */
const named = 3;

/** What CON-201 says of rules of the published contract that the operator's document weakens. */
function warningOf(rules: ReturnType<typeof weakerRules>): { readonly text: string; readonly next: string } {
  return fill(code, contractRulesMessages[code], {
    rules: rules.length === 1 ? '1 rule' : `${rules.length} rules`,
    named: rulesInBrief(rules, named).join('; '),
  });
}

/** Tells, before the first call, which published rules are weaker; nothing where there is none. */
export function tellWeakerRules(changes: ContractChanges | null, { logger, progress }: Announcement): void {
  const rules = weakerRules(changes);
  if (rules.length === 0) return;
  const { text, next } = warningOf(rules);
  logger.warn({ code, weaker: rules.length }, text);
  progress.note(`Warning ${code}: ${text} ${next}`);
}

/** The same for a run that is only looked at: as lines, which are none where nothing is weaker. */
export function weakerRulesOf({ judged, served }: Pick<PreparedRun, 'judged' | 'served'>): readonly string[] {
  if (judged.contract.sha256 === served.contract.sha256) return [];
  const rules = weakerRules(contractChangesOf(served.contract.document, judged.contract.document));
  if (rules.length === 0) return [];
  const { text, next } = warningOf(rules);
  return [withoutCardNumbers(`Warning ${code}: ${text} ${next}`)];
}
