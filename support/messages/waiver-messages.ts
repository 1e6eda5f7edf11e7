import { defineMessages } from './message.js';

/** A waiver of the program profile that cannot stand; exit 78. */
export const waiverMessages = defineMessages({
  'WVR-101': {
    text: 'The waiver of {requirement} {rule} cannot be given: {untouchable} is never waived.',
    next: 'Remove it from the program profile. What it would cover has to be mended on the target.',
  },
  'WVR-102': {
    text: 'The waiver of {requirement} names the rule "{rule}", expected a check, a rule of the judge, or "unstable".',
    next: 'Take the word from results/findings.json of the run that needs it. Nearest: {nearest}.',
  },
  'WVR-103': {
    text: 'The waiver of {requirement} {rule} expires on {expires}, expected {last} at the latest: 366 days after the run begins.',
    next: 'Give it an earlier day in the program profile, and let whoever gave it renew it then.',
  },
});
