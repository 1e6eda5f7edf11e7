import { defineMessages } from './message.js';

/** A comparison that cannot be made as asked; exit 64. */
export const diffUsageMessages = defineMessages({
  'DIF-101': {
    text: 'The run of {pack} was judged by another contract than {file}, so its coverage says nothing about it.',
    next: 'Give the contract of that run as OLD ({contract}; unpack a zip first), or a pack of a run with this one.',
  },
  'DIF-102': {
    text: '{file} cannot be used as a diff: {problem}.',
    next: 'Make it with: axys-certify diff OLD NEW --coverage PACK --json > diff.json',
  },
  'DIF-103': {
    text: 'No row exercises what changed in {file}: {unexercised} changes that may be felt, exercised by nothing.',
    next: 'Run the whole matrix, and add scenarios for these changes; "axys-certify diff" names them.',
  },
  'DIF-104': {
    text: '--affected-by chooses the rows itself and cannot go with {flag}.',
    next: 'Leave one of them out.',
  },
  'DIF-105': {
    text: '{flag} cannot be used here: {problem}.',
    next: 'See "axys-certify diff --help" for what goes with contracts and what with packs.',
  },
  'DIF-106': {
    text: 'Expected a second run of the old version for --noise; {pack} is {problem}.',
    next: 'Run the old version once more with the same contract, and give the pack of that run.',
  },
});

/** A pack whose integrity does not hold; exit 4. */
export const diffIntegrityMessages = defineMessages({
  'DIF-301': {
    text: 'The pack {pack} cannot be compared, because "{step}" does not hold: {problem}.',
    next: 'See all of it with: axys-certify verify {pack}. Compare with a pack that is whole.',
  },
});
