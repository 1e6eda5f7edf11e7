import { describeValue } from '../schema/describe-value.js';
import type { Finding } from '../finding.js';
import { found, type JudgeRule } from './judge-rule.js';

const id = 'response-undocumented-member';

/** Members the contract does not know are listed. The vendor may add members, so none of them rejects. */
export const responseUndocumentedMember: JudgeRule = {
  id,
  title: 'Members that the contract does not describe are listed; the vendor may add members.',
  part: 'response',
  check: (subject) => {
    const findings: Finding[] = [];
    subject.body?.check.walk(subject.body.value, (spot) => {
      if (spot.documented) return;
      findings.push(
        subject.finding(id, {
          level: 'advisory',
          expected: 'a documented member',
          received: describeValue(spot.value, false),
          where: `/response/body${spot.pointer}`,
          contract: subject.body?.check.pointer ?? '',
          standing: { provenance: 'documented', source: 'docs/versioning-and-changelog', questions: [] },
        }),
      );
    });
    return found(findings);
  },
};
