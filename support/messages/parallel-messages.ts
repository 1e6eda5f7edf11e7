import { defineMessages } from './message.js';

/** A parallel run that cannot be put together; exit 3. */
export const parallelMessages = defineMessages({
  'PAR-301': {
    text: 'Part {part} of {of} left no pack, so that the run {run} cannot be put together.',
    next: 'Its worker says above why. Go on with the run: {command}',
  },
});

/** Flags that do not go together; exit 64. */
export const parallelUsageMessages = defineMessages({
  'PAR-101': {
    text: '--parallel was given beside {flag}.',
    next: '{why}',
  },
});
