import { describeValue } from '../../card-data/describe-value.js';
import { found, type JudgeRule } from './judge-rule.js';

const id = 'response-undocumented-member';

/** Members the contract does not know are listed. The vendor may add members, so none of them rejects. */
export const responseUndocumentedMember: JudgeRule = {
  id,
  title: 'Members that the contract does not describe are listed; the vendor may add members.',
  part: 'response',
  check: (subject) => {
    const unknown = subject.bodySpots().filter(({ documented }) => !documented);
    const findings = unknown.map(({ pointer, value }) =>
      subject.finding(id, {
        level: 'advisory',
        expected: 'a documented member',
        received: describeValue(value, false),
        where: `/response/body${pointer}`,
        contract: subject.body?.check.pointer ?? '',
        standing: { provenance: 'documented', source: 'docs/versioning-and-changelog', questions: [] },
      }),
    );
    return found(findings);
  },
};
