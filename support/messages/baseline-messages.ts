import { defineMessages } from './message.js';

/** Flags of a comparison that do not go together, or packs that cannot be compared; exit 64. */
export const baselineUsageMessages = defineMessages({
  'BSL-101': {
    text: '{flag} and --resume were given together.',
    next: 'A resumed run is compared with what its first part froze. Leave {flag} out.',
  },
  'BSL-102': {
    text: '--noise was given without --baseline, so there is no comparison in which anything could be left out.',
    next: 'Give --baseline as well, or leave --noise out.',
  },
  'BSL-103': {
    text: 'Nothing can be learned about noise from {pack}: {problem}.',
    next: 'Give another run of the same version as the baseline: same contract, same kind of target.',
  },
  'BSL-104': {
    text: 'Nothing is compared with {pack}: this build cannot read its {exchange}: at {where}, expected {expected}, received {received}.',
    next: 'Make the baseline anew with this build, or compare with the build that made it.',
  },
});

/** A pack to compare with that is not sound; exit 4. */
export const baselineIntegrityMessages = defineMessages({
  'BSL-301': {
    text: 'Nothing is compared with {pack}: "{step}" does not hold ({problem}).',
    next: 'Ask for the unaltered pack. "axys-certify verify" lists everything that does not hold.',
  },
});
