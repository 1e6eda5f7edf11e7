import { couldCertify, type GateInput } from '../gate-input.js';
import type { StepDefinition } from '../gate-step.js';
import { rulesInBrief, weakerRules } from '../softened/weaker-rules.js';

/** Rules listed by name; an official document of another make may change a thousand. */
const longest = 50;

/**
 * What the operator's document makes of the published rules. It may weaken them, for the operator may know better; but no reader is
 * left to find out. A run that could certify must be able to say it.
 */
export const contractRulesStep: StepDefinition = {
  id: 'contract-rules',
  title: 'no rule of the published contract is weaker in the one that judged',
  causes: [{ exit: 'incomplete', against: (input) => (couldCertify(input) ? unknown(input) : []) }],
  notes: (input) => [...unknown(input), ...rulesInBrief(weakerRules(input.contract.changes), longest)],
  instead: ({ contract: { changes } }) => {
    const { length } = weakerRules(changes);
    if (length === 0) return null;
    return `${length === 1 ? 'a rule' : `${String(length)} rules`} of the published contract ${length === 1 ? 'is' : 'are'} weaker in the one that judged`;
  },
};

function unknown({ contract: { published, given, overlay, changes, publishedSha256 } }: GateInput): string[] {
  if (changes === null) {
    if (published || !(given || overlay)) return [];
    return ['nothing lists what the document of the operator changes (plan/contract-changes.json)'];
  }
  if (changes.published.sha256 === publishedSha256) return [];
  return [
    `plan/contract-changes.json compares with ${changes.published.sha256}, which is not the contract published with this build`,
  ];
}
