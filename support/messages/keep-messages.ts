import { defineMessages } from './message.js';

/** What can go wrong while older runs are removed. Only ever told: the run that was just made keeps its exit code. */
export const keepMessages = defineMessages({
  'KEP-101': {
    text: 'The older run {run} could not be removed from {folder}: {problem}.',
    next: 'Remove it by hand, or see who may write there; the next run with --keep tries again. This run is complete.',
  },
  'KEP-102': {
    text: 'The runs in {folder} cannot be listed, so --keep removed none: {problem}.',
    next: 'See that you may read the folder. This run is complete.',
  },
});
