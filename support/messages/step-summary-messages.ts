import { defineMessages } from './message.js';

/** A summary that the CI system cannot be given. Only ever told: the run keeps its exit code. */
export const stepSummaryMessages = defineMessages({
  'SUM-101': {
    text: 'The summary cannot be appended to {file} (GITHUB_STEP_SUMMARY): {problem}.',
    next: 'It lies in the pack too: {summary}',
  },
});
