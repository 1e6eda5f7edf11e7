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
});
