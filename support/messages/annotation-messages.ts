import { defineMessages } from './message.js';

/** Annotations that cannot be written. Only ever told: the result they annotate keeps its exit code. */
export const annotationMessages = defineMessages({
  'ANN-101': {
    text: 'The code quality report {file} cannot be written: {problem}.',
    next: 'Give --code-quality a path in an existing folder you may write to. The result itself is not affected.',
  },
});
