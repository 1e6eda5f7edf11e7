import { weakerRules } from '../../../verdict/softened/weaker-rules.js';
import type { DecidedRun } from '../../../evidence/decided-run.js';
import type { Decision } from '../../../verdict/verdict.js';
import { counted } from './count-words.js';
import { waiversInUse } from '../../../verdict/waivers/waivers-in-use.js';
import type { DecisionWords } from './decision-words.js';
import { practiceInWords } from './practice-words.js';

const softenedMeaning =
  'All of that is judged by a contract in which whoever ran this made rules of the published one weaker; what only the published rules would have found is not found here. Whether the platform agreed to each of them is for the platform to say.';

/** Every decision a run can have, in words. */
export const decisionWords: Readonly<Record<Decision, DecisionWords>> = {
  certifiable: {
    heading: 'Certification run: certifiable',
    title: 'Certifiable',
    meaning:
      'By what whoever ran this recorded, every applicable row is demonstrated on a real target, and the record is whole. Only the platform can confirm that the answers are its own. Whether authority to proceed is granted remains the auditor’s own decision.',
    waived:
      'By what whoever ran this recorded, every applicable row is demonstrated on a real target, but for what does not hold and is waived, and the record is whole. Only the platform can confirm that the answers are its own. Whether the waivers stand, and whether authority to proceed is granted, remains the auditor’s own decision.',
    tone: 'good',
  },
  'awaiting-people': {
    heading: 'Certification run: waiting for people',
    title: 'Waiting for people',
    meaning:
      'Everything software can show is demonstrated. Rows that only a person can do have no attestation yet; they are listed below.',
    waived:
      'What software can show is demonstrated, but for what does not hold and is waived. Rows that only a person can do have no attestation yet; they are listed below.',
    tone: 'warn',
  },
  incomplete: {
    heading: 'Certification run: incomplete',
    title: 'Incomplete',
    meaning:
      'Nothing that was seen is rejected, but not everything that must be shown was shown. This pack cannot support a decision to go live.',
    waived:
      'What was seen does not hold everywhere: something is waived. Nothing else is rejected, but not everything that must be shown was shown. This pack cannot support a decision to go live.',
    tone: 'warn',
  },
  rejected: {
    heading: 'Certification run: rejected',
    title: 'Rejected',
    meaning:
      'At least one behaviour that was seen contradicts a documented rule. The reasons are below, each with its calls.',
    tone: 'bad',
  },
  tampered: {
    heading: 'Certification run: evidence not to be relied on',
    title: 'Not to be relied on',
    meaning:
      'The evidence does not hold together, or card data or a secret was found in it. The pack is not signed; nothing else on this page counts.',
    tone: 'bad',
  },
  partial: {
    heading: 'Partial run: no certification',
    title: 'Partial run',
    meaning:
      'Only a part of the matrix was selected. It says something about the selected rows alone and can never certify an integration.',
    tone: 'warn',
  },
  'practice-pass': {
    heading: 'Practice run: no certification',
    title: 'Practice: passed',
    meaning:
      'Every applicable row that software can drive is demonstrated, but in practice only. Practice never certifies anything.',
    waived:
      'Every applicable row that software can drive is demonstrated, but for what does not hold and is waived, and in practice only. Practice never certifies anything.',
    tone: 'practice',
  },
  'practice-fail': {
    heading: 'Practice run, failed: no certification',
    title: 'Practice: failed',
    meaning:
      'A practice run in which something does not hold. Practice never certifies anything, whatever its outcome.',
    tone: 'bad',
  },
};

/** The words of a run's decision with what it rests on besides what was seen: waivers, and rules that are weaker than published. */
export function decisionInWords({ gate, recorded, waivers: given, contractChanges }: DecidedRun): DecisionWords {
  const { decision, exitCode } = gate;
  const [waivers, weakened] = [waiversInUse(given).length, weakerRules(contractChanges).length];
  const practice = decision === 'practice-fail' ? practiceInWords(exitCode, recorded.interrupted) : null;
  const words = practice ?? decisionWords[decision];
  if (waivers + weakened === 0) return words;
  const { heading, title, meaning, waived = meaning, tone } = words;
  const rests = [
    ...(waivers === 0 ? [] : [counted(waivers, 'waiver')]),
    ...(weakened === 0 ? [] : [counted(weakened, 'weakened rule')]),
  ].join(' and ');
  return {
    heading: `${heading}, with ${rests}`,
    title: `${title}, with ${rests}`,
    meaning: `${waivers === 0 ? meaning : waived}${weakened === 0 ? '' : ` ${softenedMeaning}`}`,
    tone: tone === 'good' ? 'warn' : tone,
  };
}
