import type { Decision } from '../../../verdict/verdict.js';
import type { Tone } from './tone.js';

/** A decision as an auditor reads it. */
export interface DecisionWords {
  readonly title: string;
  /** What follows from it, in one or two sentences. */
  readonly meaning: string;
  readonly tone: Tone;
}

/** Every decision a run can have, in words. */
export const decisionWords: Readonly<Record<Decision, DecisionWords>> = {
  certifiable: {
    title: 'Certifiable',
    meaning:
      'Every applicable row is demonstrated on a real target, and the evidence is whole. Whether authority to proceed is granted remains the auditor’s own decision.',
    tone: 'good',
  },
  'awaiting-people': {
    title: 'Waiting for people',
    meaning:
      'Everything software can show is demonstrated. Rows that only a person can do have no attestation yet; they are listed below.',
    tone: 'warn',
  },
  incomplete: {
    title: 'Incomplete',
    meaning:
      'Nothing that was seen is rejected, but not everything that must be shown was shown. This pack cannot support a decision to go live.',
    tone: 'warn',
  },
  rejected: {
    title: 'Rejected',
    meaning:
      'At least one behaviour that was seen contradicts a documented rule. The reasons are below, each with its calls.',
    tone: 'bad',
  },
  tampered: {
    title: 'Not to be relied on',
    meaning:
      'The evidence does not hold together, or card data or a secret was found in it. The pack is not signed; nothing else on this page counts.',
    tone: 'bad',
  },
  partial: {
    title: 'Partial run',
    meaning:
      'Only a part of the matrix was selected. It says something about the selected rows alone and can never certify an integration.',
    tone: 'warn',
  },
  'practice-pass': {
    title: 'Practice: passed',
    meaning:
      'Every applicable row that software can drive is demonstrated, but in practice only. Practice never certifies anything.',
    tone: 'practice',
  },
  'practice-fail': {
    title: 'Practice: failed',
    meaning:
      'A practice run in which something does not hold. Practice never certifies anything, whatever its outcome.',
    tone: 'bad',
  },
};
